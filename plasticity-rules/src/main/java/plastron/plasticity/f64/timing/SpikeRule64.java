package plastron.plasticity.f64.timing;

import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.f64.RuleShape64;

/**
 * What single spikes do to the synapses of one site: a presynaptic spike touches its row, a
 * postsynaptic one its column. Works on arrays by symbol like those of {@link
 * plastron.plasticity.f64.RuleFrame64}, synapse-shaped ones with rows by pre neuron. Owned by one
 * thread.
 */
public final class SpikeRule64 {

  private final SpikeUpdates64 onPre;
  private final SpikeUpdates64 onPost;
  private final EntrySlopes64 weight;
  private final SynapseColumns64 columns;

  /** Compiles the updates of a rule on spikes for synapses of this shape. */
  public SpikeRule64(RuleDerivation rule, RuleShape64 shape) {
    onPre = new SpikeUpdates64(rule, rule.onPre());
    onPost = new SpikeUpdates64(rule, rule.onPost());
    weight = new EntrySlopes64(rule, rule.weight());
    columns = new SynapseColumns64(shape);
  }

  /** Bytes of the arrays that are its own. */
  public static long bytes(RuleShape64 shape) {
    return SynapseColumns64.bytes(shape);
  }

  /**
   * A presynaptic spike arrives.
   *
   * @param value by symbol, modified: the states of a row
   * @param weights the effective weights, modified: the same row
   * @param j the neuron
   */
  public void pre(double[][][] value, double[][] weights, int j, SpikeLog64 log) {
    if (onPre.isEmpty()) {
      return;
    }
    for (int k = 0; k < weights[j].length; k++) {
      onPre.forward(value, weights, j, k, columns.post(j, k), log);
    }
  }

  /**
   * A postsynaptic neuron spikes.
   *
   * @param value by symbol, modified: the states of a column
   * @param weights the effective weights, modified: the same column
   * @param i the neuron
   */
  public void post(double[][][] value, double[][] weights, int i, SpikeLog64 log) {
    if (onPost.isEmpty()) {
      return;
    }
    for (int s = columns.begin(i); s < columns.end(i); s++) {
      onPost.forward(value, weights, columns.pre(s), columns.place(s), i, log);
    }
  }

  /**
   * The reverse of {@link #pre}.
   *
   * @param value with the states after it; modified to those before it, as are the weights
   * @param adjoint by symbol: of states, replaced by those before it; of others, added to
   */
  public void preAdjoint(
      double[][][] value, double[][] weights, int j, SpikeLog64 log, double[][][] adjoint) {
    for (int k = onPre.isEmpty() ? -1 : weights[j].length - 1; k >= 0; k--) {
      onPre.backward(value, weights, j, k, columns.post(j, k), log, adjoint);
    }
  }

  /** The reverse of {@link #post}, see {@link #preAdjoint}. */
  public void postAdjoint(
      double[][][] value, double[][] weights, int i, SpikeLog64 log, double[][][] adjoint) {
    for (int s = onPost.isEmpty() ? -1 : columns.end(i) - 1; s >= columns.begin(i); s--) {
      onPost.backward(value, weights, columns.pre(s), columns.place(s), i, log, adjoint);
    }
  }

  /**
   * Spreads the adjoints of the effective weights that a spike met over what they were made of.
   *
   * @param value with the states that formed them, not modified
   * @param j the pre neuron that spiked
   * @param received adjoint of what each post neuron received
   * @param adjoint by symbol, added to
   */
  public void weightAdjoint(double[][][] value, int j, double[] received, double[][][] adjoint) {
    for (int k = 0; k < columns.degree(j); k++) {
      int i = columns.post(j, k);
      if (received[i] != 0) {
        weight.spread(value, adjoint, j, k, i, received[i]);
      }
    }
  }
}
