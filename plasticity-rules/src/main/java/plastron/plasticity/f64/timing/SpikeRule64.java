package plastron.plasticity.f64.timing;

import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.f64.RuleShape64;

/**
 * What single spikes do to the synapses of one site: a presynaptic spike touches its row, a
 * postsynaptic one its column. Works on arrays by symbol like those of {@link
 * plastron.plasticity.f64.RuleFrame64}, synapse-shaped ones with rows by pre neuron, and on all
 * spikes of one side and step at once: these share no synapse. Owned by one thread.
 */
public final class SpikeRule64 {

  private final SpikeUpdates64 onPre;
  private final SpikeUpdates64 onPost;
  private final LineWeights64 weight;

  /** Compiles the updates of a rule on spikes for synapses of this shape. */
  public SpikeRule64(RuleDerivation rule, RuleShape64 shape) {
    SynapseLines64 rows = SynapseLines64.of(shape, Axis.PRE);
    SynapseLines64 columns = SynapseLines64.of(shape, Axis.POST);
    onPre = new SpikeUpdates64(rule, rows, Axis.PRE, rule.onPre());
    onPost = new SpikeUpdates64(rule, columns, Axis.POST, rule.onPost());
    weight = new LineWeights64(rule, rows, Axis.PRE);
  }

  /** Bytes of the arrays that are its own. */
  public static long bytes(RuleShape64 shape) {
    return SynapseLines64.bytes(shape);
  }

  /** Numbers that are logged of a step in which all neurons spike. */
  public static long mostLogged(RuleDerivation rule, RuleShape64 shape) {
    long synapses =
        shape.synapses().map(s -> (long) s.size()).orElse((long) shape.pre() * shape.post());
    return synapses * (rule.onPre().size() + rule.onPost().size());
  }

  /** Numbers that are logged of a step, see {@link #pre} and {@link #post}. */
  public long logged(int[] pre, int preCount, int[] post, int postCount) {
    return onPre.logged(pre, preCount) + onPost.logged(post, postCount);
  }

  /**
   * Presynaptic spikes arrive.
   *
   * @param value by symbol, modified: the states of rows
   * @param weights the effective weights, modified: the same rows; empty where nobody reads them
   * @param neuron the first {@code count}, all different, spike
   */
  public void pre(
      double[][][] value, double[][] weights, int[] neuron, int count, SpikeLog64 log) {
    onPre.forward(value, weights, neuron, count, log);
  }

  /**
   * Postsynaptic neurons spike.
   *
   * @param value by symbol, modified: the states of columns
   * @param weights the effective weights, modified: the same columns; empty where nobody reads them
   * @param neuron the first {@code count}, all different, spike
   */
  public void post(
      double[][][] value, double[][] weights, int[] neuron, int count, SpikeLog64 log) {
    onPost.forward(value, weights, neuron, count, log);
  }

  /**
   * The reverse of {@link #pre}.
   *
   * @param value with the states after it; modified to those before it, as are the weights
   * @param adjoint by symbol: of states, replaced by those before it; of others, added to
   */
  public void preAdjoint(
      double[][][] value,
      double[][] weights,
      int[] neuron,
      int count,
      SpikeLog64 log,
      double[][][] adjoint) {
    onPre.backward(value, weights, neuron, count, log, adjoint);
  }

  /** The reverse of {@link #post}, see {@link #preAdjoint}. */
  public void postAdjoint(
      double[][][] value,
      double[][] weights,
      int[] neuron,
      int count,
      SpikeLog64 log,
      double[][][] adjoint) {
    onPost.backward(value, weights, neuron, count, log, adjoint);
  }

  /**
   * Spreads the adjoints of the effective weights that spikes met over what they were made of.
   *
   * @param value with the states that formed them, not modified
   * @param neuron the first {@code count}, all different, are the pre neurons that spiked
   * @param received adjoint of what each post neuron received
   * @param adjoint by symbol, added to
   */
  public void weightAdjoint(
      double[][][] value, int[] neuron, int count, double[] received, double[][][] adjoint) {
    weight.reverse(value, neuron, count, received, adjoint);
  }
}
