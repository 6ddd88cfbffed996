package plastron.plasticity.f64.timing;

import java.util.List;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;

/** The updates of one kind of spike at one synapse, and the reverse. */
final class SpikeUpdates64 {

  private final int[] state;
  private final double[] low;
  private final double[] high;
  private final EntryPolynomial64[] next;
  private final EntrySlopes64[] slopes;
  private final EntryPolynomial64 weight;
  private final double[] scratch;

  SpikeUpdates64(RuleDerivation rule, List<NormalUpdate> updates) {
    int count = updates.size();
    state = new int[count];
    low = new double[count];
    high = new double[count];
    next = new EntryPolynomial64[count];
    slopes = new EntrySlopes64[count];
    for (int u = 0; u < count; u++) {
      NormalUpdate update = updates.get(u);
      state[u] = rule.index(update.state());
      low[u] = (double) update.state().bounds().low();
      high[u] = (double) update.state().bounds().high();
      next[u] = new EntryPolynomial64(rule, update.next());
      slopes[u] = new EntrySlopes64(rule, update.next());
    }
    weight = new EntryPolynomial64(rule, rule.weight());
    scratch = new double[count];
  }

  /** Whether such a spike changes nothing. */
  boolean isEmpty() {
    return state.length == 0;
  }

  /**
   * All states of a synapse take their next values at once, and its weight follows.
   *
   * @param value by symbol, modified: the states
   * @param weights modified
   * @param log told the old states
   */
  void forward(double[][][] value, double[][] weights, int j, int k, int i, SpikeLog64 log) {
    for (int u = 0; u < state.length; u++) {
      double raw = next[u].of(value, j, k, i);
      scratch[u] = raw < low[u] ? low[u] : raw > high[u] ? high[u] : raw;
    }
    for (int u = 0; u < state.length; u++) {
      log.push(value[state[u]][j][k]);
      value[state[u]][j][k] = scratch[u];
    }
    log.push(weights[j][k]);
    weights[j][k] = weight.of(value, j, k, i);
  }

  /**
   * The reverse of {@link #forward}. A clipped value passes no adjoint.
   *
   * @param value by symbol, with the states after it; modified to those before it
   * @param weights modified to those before it
   * @param adjoint by symbol: of the states, replaced by those before it; of others, added to
   */
  void backward(
      double[][][] value,
      double[][] weights,
      int j,
      int k,
      int i,
      SpikeLog64 log,
      double[][][] adjoint) {
    weights[j][k] = log.pop();
    for (int u = state.length - 1; u >= 0; u--) {
      value[state[u]][j][k] = log.pop();
      scratch[u] = adjoint[state[u]][j][k];
      adjoint[state[u]][j][k] = 0;
    }
    for (int u = 0; u < state.length; u++) {
      if (scratch[u] != 0 && passes(u, value, j, k, i)) {
        slopes[u].spread(value, adjoint, j, k, i, scratch[u]);
      }
    }
  }

  private boolean passes(int u, double[][][] value, int j, int k, int i) {
    if (low[u] == Double.NEGATIVE_INFINITY && high[u] == Double.POSITIVE_INFINITY) {
      return true;
    }
    double raw = next[u].of(value, j, k, i);
    return raw >= low[u] && raw <= high[u];
  }
}
