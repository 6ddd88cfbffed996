package plastron.slayer.f64.rule;

import java.util.List;
import plastron.core.random.Seeds;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.expr.FlooredProduct.When;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.f64.timing.SpikeLog64;
import plastron.plasticity.f64.timing.SpikeRule64;
import plastron.slayer.sweep.SpikeEvents;
import plastron.slayer.sweep.StateGrid;

/**
 * What single spikes do at a site whose states and traces are rounded: the entries that a spike
 * touched, as {@link RoundedUpdate64} rounds them at windows' ends, and traces after every step.
 * What is drawn at random depends on a key, the state or trace and the entry alone.
 */
final class RoundedSpikes64 {

  /** What tells draws at spikes of either side apart. */
  static final int DRAWN_ON_PRE = 1;

  static final int DRAWN_ON_POST = 2;

  private final RoundedUpdate64 update;
  private final SpikeRule64 spikes;
  private final List<HeldState64> onPre;
  private final List<HeldState64> onPost;
  private final List<HeldTrace64> traces;
  private final boolean[] spiked;

  /**
   * @param update how states are rounded
   * @param grids of traces
   */
  RoundedSpikes64(RoundedUpdate64 update, RuleShape64 shape, List<StateGrid> grids) {
    this.update = update;
    traces = grids.stream().map(grid -> trace(update.rule, shape, grid)).toList();
    spikes = new SpikeRule64(update.rule, shape);
    onPre = changed(update.rule.onPre());
    onPost = changed(update.rule.onPost());
    spiked = new boolean[shape.post()];
  }

  private static HeldTrace64 trace(RuleDerivation rule, RuleShape64 shape, StateGrid grid) {
    Symbol symbol = rule.rule().symbol(grid.state()).orElseThrow();
    return new HeldTrace64(rule.index(symbol), grid.grid(), shape.zeros(symbol)[0].length);
  }

  private List<HeldState64> changed(List<NormalUpdate> updates) {
    return update.states.stream()
        .filter(held -> updates.stream().anyMatch(u -> u.state().equals(held.state)))
        .toList();
  }

  /** Rounds the traces after they have decayed. {@code own} is modified: those. */
  void decayed(RuleFrame64 own, long key) {
    for (int k = 0; k < traces.size(); k++) {
      HeldTrace64 trace = traces.get(k);
      trace.decayed(Seeds.then(key, -1L - k), own.value[trace.symbol][0]);
    }
  }

  /** Limits the traces after spikes have entered. {@code own} is modified: those. */
  void entered(RuleFrame64 own) {
    for (HeldTrace64 trace : traces) {
      trace.entered(own.value[trace.symbol][0]);
    }
  }

  /**
   * Spikes change states as in {@link SpikeRule64}, those of the pre side first.
   *
   * @param own frame of the rule, modified: the states
   */
  void change(RuleFrame64 own, long key, SpikeEvents pre, SpikeEvents post, SpikeLog64 log) {
    int arrived = pre.count();
    if (arrived > 0) {
      update.read(own, When.PRE);
      for (HeldState64 state : onPre) {
        state.pre(Seeds.then(key, DRAWN_ON_PRE), pre.neuron, arrived);
      }
      spikes.pre(update.frame.value, pre.neuron, arrived, log);
    }
    int sent = post.count();
    if (sent > 0) {
      update.read(own, When.POST);
      mark(post, true);
      for (HeldState64 state : onPost) {
        state.post(Seeds.then(key, DRAWN_ON_POST), post.neuron, sent, spiked);
      }
      mark(post, false);
      spikes.post(update.frame.value, post.neuron, sent, log);
    }
  }

  private void mark(SpikeEvents post, boolean as) {
    for (int k = 0; k < post.count(); k++) {
      spiked[post.neuron[k]] = as;
    }
  }
}
