package plastron.plasticity.f64.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * The updates of one kind of spike, at all synapses of the neurons that spike in a step, and the
 * reverse. Neurons of one side share no synapse, so that their order means nothing but the order of
 * sums. Owned by one thread.
 */
final class SpikeUpdates64 {

  private final SynapseLines64 lines;
  private final int[] state;
  private final LinePass64 next;
  private final double[][][] seen;
  private final SeenLines64 states;
  private final SeenLines64 others;
  private final SeenLines64 adjoints;
  private final ScratchLines64[] scratch;

  /**
   * @param side whose spikes they are, PRE or POST
   */
  SpikeUpdates64(RuleDerivation rule, SynapseLines64 lines, Axis side, List<NormalUpdate> updates) {
    this.lines = lines;
    state = updates.stream().mapToInt(u -> rule.index(u.state())).toArray();
    List<RowPlan.Output> outputs = new ArrayList<>();
    for (NormalUpdate update : updates) {
      outputs.add(
          new RowPlan.Output(
              outputs.size(), update.next(), update.state().bounds(), update.rounding()));
    }
    Set<Symbol> changed = updates.stream().map(NormalUpdate::state).collect(Collectors.toSet());
    Set<Symbol> used =
        rule.symbols().stream()
            .filter(s -> changed.contains(s) || updates.stream().anyMatch(u -> u.next().uses(s)))
            .collect(Collectors.toSet());
    next = new LinePass64(new RowPlan(rule, side, outputs, used), lines.longest());
    Set<Symbol> kept =
        rule.symbols().stream()
            .filter(s -> !changed.contains(s) && outputs.stream().anyMatch(o -> o.reads(s)))
            .collect(Collectors.toSet());
    seen = SeenLines64.lines(rule);
    states = new SeenLines64(rule, lines, side, changed, seen);
    others = new SeenLines64(rule, lines, side, kept, seen);
    adjoints = new SeenLines64(rule, lines, side, used, SeenLines64.lines(rule));
    scratch = new ScratchLines64[state.length];
    Arrays.setAll(scratch, u -> new ScratchLines64());
  }

  /** Numbers that {@link #forward} logs. */
  long logged(int[] neuron, int count) {
    long synapses = 0;
    for (int k = 0; state.length > 0 && k < count; k++) {
      synapses += lines.length(neuron[k]);
    }
    return synapses * state.length;
  }

  /** Whether such a spike changes nothing. */
  boolean isEmpty() {
    return state.length == 0;
  }

  /**
   * All states of the synapses take their next values at once.
   *
   * @param value by symbol, modified: the states
   * @param neuron the first {@code count}, all different, spike
   * @param log told the old states
   */
  void forward(double[][][] value, int[] neuron, int count, SpikeLog64 log) {
    for (int from = 0; !isEmpty() && from < count; from += lines.group()) {
      int taken = Math.min(lines.group(), count - from);
      int length = lines.length(neuron[from]);
      if (length > 0) {
        forward(value, neuron, from, taken, length, log);
      }
    }
  }

  private void forward(
      double[][][] value, int[] neuron, int from, int taken, int length, SpikeLog64 log) {
    states.take(value, neuron, from, taken);
    others.take(value, neuron, from, taken);
    double[][][] out = outputs(taken, length);
    next.of(length).forward(seen, out);
    for (int u = 0; u < state.length; u++) {
      log.push(seen[state[u]], taken, length);
      lines.put(out[u], neuron, from, taken, value[state[u]]);
    }
  }

  private double[][][] outputs(int taken, int length) {
    double[][][] out = new double[state.length][][];
    for (int u = 0; u < state.length; u++) {
      out[u] = scratch[u].of(taken, length);
    }
    return out;
  }

  /**
   * The reverse of {@link #forward}. A clipped value passes no adjoint.
   *
   * @param value by symbol, with the states after it; modified to those before it
   * @param adjoint by symbol: of the states, replaced by those before it; of others, added to
   */
  void backward(double[][][] value, int[] neuron, int count, SpikeLog64 log, double[][][] adjoint) {
    int groups = isEmpty() ? 0 : Math.ceilDiv(count, lines.group());
    for (int from = (groups - 1) * lines.group(); from >= 0; from -= lines.group()) {
      int taken = Math.min(lines.group(), count - from);
      int length = lines.length(neuron[from]);
      if (length > 0) {
        states.open(value, neuron, from, taken);
        others.take(value, neuron, from, taken);
        for (int u = state.length - 1; u >= 0; u--) {
          log.pop(seen[state[u]], taken, length);
        }
        states.put(value, neuron, from, taken);
        spread(adjoint, neuron, from, taken, length);
      }
    }
  }

  /** Spreads the adjoints of the states, with the values seen. */
  private void spread(double[][][] adjoint, int[] neuron, int from, int taken, int length) {
    adjoints.take(adjoint, neuron, from, taken);
    double[][][] after = outputs(taken, length);
    for (int u = 0; u < state.length; u++) {
      double[][] line = adjoints.line[state[u]];
      for (int k = 0; k < taken; k++) {
        System.arraycopy(line[k], 0, after[u][k], 0, length);
        Arrays.fill(line[k], 0, length, 0);
      }
    }
    next.of(length).reverse(seen, after, adjoints.line);
    adjoints.put(adjoint, neuron, from, taken);
  }
}
