package plastron.plasticity.circuit;

import java.util.ArrayList;
import java.util.List;
import plastron.core.circuit.BlockSynapses;
import plastron.core.circuit.LearningSynapses;
import plastron.core.state.StateVisitor;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f32.RuleFrame32;
import plastron.plasticity.model.Clock;
import plastron.plasticity.run.WindowRates;

/** The rates that a rule reads on the synapses of a block. Owned by one thread. */
final class RuleRates {

  private static final float[] NO_POTENTIALS = new float[0];

  private final int[] preOfRow;
  private final WindowRates pre;
  private final WindowRates post;
  private final List<WindowRates> sources = new ArrayList<>();
  private final List<float[]> ofRows = new ArrayList<>();
  private final long bytes;

  /**
   * @param frame of the rule, which is to read the rates: those of rows after {@link #endOfWindow}
   */
  RuleRates(
      LearningByRule learning,
      RuleWindow window,
      RuleDerivation rule,
      BlockSynapses synapses,
      RuleFrame32 frame) {
    Clock clock = window.clock(synapses.dtMs());
    preOfRow = synapses.pre();
    pre = new WindowRates(clock, synapses.senders());
    post = new WindowRates(clock, synapses.rows().post());
    long neurons = synapses.senders() + (long) synapses.rows().post();
    for (Symbol activity : rule.rule().symbols(Role.ACTIVITY)) {
      switch (activity.axis()) {
        case PRE -> ofRows.add(frame.of(activity.name())[0]);
        case POST -> frame.of(activity.name())[0] = post.rates();
        default -> {}
      }
    }
    for (var source : learning.populations().entrySet()) {
      int size = synapses.size().applyAsInt(source.getValue());
      WindowRates rates = new WindowRates(clock, size);
      frame.of(source.getKey())[0] = rates.rates();
      sources.add(rates);
      neurons += size;
    }
    bytes = 2L * Float.BYTES * neurons;
  }

  /** All spikes of a population in a step, see {@link LearningSynapses#sent}. */
  void sent(int source, int[] neurons, int count) {
    WindowRates rates = source == LearningSynapses.PRE ? pre : sources.get(source);
    rates.step(neurons, count, NO_POTENTIALS);
  }

  /** All spikes of the block's neurons in a step. */
  void ofPost(int[] neurons, int count) {
    post.step(neurons, count, NO_POTENTIALS);
  }

  /** A window ends; rows get the rates of their pre neurons. */
  void endOfWindow() {
    for (float[] rates : ofRows) {
      for (int r = 0; r < rates.length; r++) {
        rates[r] = pre.rates()[preOfRow[r]];
      }
    }
  }

  void state(StateVisitor visitor) {
    pre.state(visitor);
    post.state(visitor);
    sources.forEach(rates -> rates.state(visitor));
  }

  long bytes() {
    return bytes;
  }
}
