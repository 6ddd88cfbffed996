package plastron.core.plastic;

import java.util.Arrays;
import plastron.core.circuit.LearningSynapses;
import plastron.core.network.SynapseRows;
import plastron.core.rows.Arrivals;
import plastron.core.rows.IncomingSynapses;
import plastron.core.rows.SpikeListener;
import plastron.core.rows.WeightVisitor;
import plastron.core.state.StateVisitor;

/**
 * Synapses that learn by a {@link plastron.core.circuit.RulePlasticity}. What takes effect in a
 * step is told when the step is over and before anything else is asked.
 */
final class RuleRows implements IncomingSynapses, SpikeListener {

  private final LearningSynapses learning;
  private final SourceSpikes pre;
  private final int[] first;
  private final int[] delay;
  private final SynapseRows synapses;
  private final int window;
  private final int lastChannel;
  private final Arrivals arrivals;
  private final SpikeQueue waiting;
  private int[] spiked = new int[16];
  private int spikes;
  private long told;
  private long now;

  /**
   * @param window steps between the ends of two windows
   * @param channels of the receiving model: one for all weights, or a second one for those below 0
   */
  RuleRows(
      LearningSynapses learning,
      CutRows rows,
      SynapseRows synapses,
      int window,
      int channels,
      Arrivals arrivals) {
    this.learning = learning;
    this.synapses = synapses;
    this.window = window;
    this.arrivals = arrivals;
    first = rows.first;
    delay = rows.delay;
    lastChannel = channels - 1;
    waiting = new SpikeQueue(Arrays.stream(delay).max().orElse(1));
    pre = new SourceSpikes(learning, LearningSynapses.PRE);
    arrivals.listen(this);
  }

  @Override
  public void deliver(long step, int[] sent, int begin, int end) {
    pre.deliver(step, sent, begin, end);
    for (int s = begin; s < end; s++) {
      for (int r = first[sent[s]]; r < first[sent[s] + 1]; r++) {
        waiting.add(step + delay[r], r);
      }
    }
  }

  @Override
  public void endOfStep(long step) {
    now = step;
    pre.endOfStep(step);
    if (step % window == 0) {
      tell(step);
      learning.endOfWindow();
    }
  }

  @Override
  public boolean isPunctual() {
    return true;
  }

  @Override
  public void arrive(long step) {
    tell(step - 1);
    int[] rows = waiting.due(step);
    double[] sums = arrivals.sums();
    int positive = arrivals.begin(step, 0);
    int negative = arrivals.begin(step, lastChannel);
    int[] target = synapses.targets();
    for (int k = 0; k < waiting.size(step); k++) {
      float[] weight = learning.weights(rows[k]);
      int from = synapses.begin(rows[k]);
      for (int n = 0; n < weight.length; n++) {
        sums[(weight[n] < 0 ? negative : positive) + target[from + n]] += weight[n];
      }
    }
  }

  @Override
  public void add(long step, int[] spiking, int count) {
    if (spikes + count > spiked.length) {
      spiked = Arrays.copyOf(spiked, Math.max(spikes + count, 2 * spikes));
    }
    System.arraycopy(spiking, 0, spiked, spikes, count);
    spikes += count;
  }

  /** Tells what took effect in a step, the only one that may not have been told. */
  private void tell(long step) {
    if (told < step) {
      told = step;
      learning.step(waiting.due(step), waiting.size(step), spiked, spikes);
      waiting.clear(step);
      spikes = 0;
    }
  }

  @Override
  public void weights(WeightVisitor visitor) {
    tell(now);
    for (int j = 0; j + 1 < first.length; j++) {
      for (int r = first[j]; r < first[j + 1]; r++) {
        float[] weight = learning.weights(r);
        for (int n = 0; n < weight.length; n++) {
          visitor.synapse(j, synapses.targets()[synapses.begin(r) + n], delay[r], weight[n]);
        }
      }
    }
  }

  @Override
  public void state(StateVisitor visitor) {
    tell(now);
    now = visitor.number(now);
    told = now;
    waiting.state(visitor);
    learning.state(visitor);
  }

  @Override
  public int degree(int neuron) {
    return synapses.begin(first[neuron + 1]) - synapses.begin(first[neuron]);
  }

  @Override
  public long size() {
    return synapses.size();
  }

  @Override
  public long bytes() {
    return learning.bytes()
        + synapses.bytes()
        + pre.bytes()
        + 4L * (first.length + delay.length + spiked.length);
  }
}
