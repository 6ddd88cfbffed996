package plastron.plasticity.f64.timing;

import plastron.core.memory.ArrayBytes;
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
  private final LineWeights64 ofPre;
  private final LineWeights64 ofPost;

  /** Compiles the updates of a rule on spikes for synapses of this shape. */
  public SpikeRule64(RuleDerivation rule, RuleShape64 shape) {
    SynapseLines64 rows = SynapseLines64.of(shape, Axis.PRE);
    SynapseLines64 columns = SynapseLines64.of(shape, Axis.POST);
    onPre = new SpikeUpdates64(rule, rows, Axis.PRE, rule.onPre());
    onPost = new SpikeUpdates64(rule, columns, Axis.POST, rule.onPost());
    ofPre = new LineWeights64(rule, rows, Axis.PRE);
    ofPost = new LineWeights64(rule, columns, Axis.POST);
  }

  /** Bytes of the arrays that are its own: lists of sparse synapses, and copies of lines. */
  public static long bytes(RuleDerivation rule, RuleShape64 shape) {
    long synapse = rule.symbols().stream().filter(s -> s.axis() == Axis.SYNAPSE).count();
    long states = (long) rule.onPre().size() + rule.onPost().size();
    return SynapseLines64.bytes(shape)
        + ArrayBytes.rows(
            SynapseLines64.AT_ONCE * (4 * synapse + states), shape.pre(), Double.BYTES)
        + ArrayBytes.rows(SynapseLines64.AT_ONCE * (2 + states), shape.post(), Double.BYTES);
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
   * Presynaptic spikes arrive: states of their rows change.
   *
   * @param value by symbol, modified: the states
   * @param neuron the first {@code count}, all different, spike
   */
  public void pre(double[][][] value, int[] neuron, int count, SpikeLog64 log) {
    onPre.forward(value, neuron, count, log);
  }

  /**
   * Postsynaptic neurons spike: states of their columns change.
   *
   * @param value by symbol, modified: the states
   * @param neuron the first {@code count}, all different, spike
   */
  public void post(double[][][] value, int[] neuron, int count, SpikeLog64 log) {
    onPost.forward(value, neuron, count, log);
  }

  /** The effective weights after {@link #pre}. {@code weights} are modified. */
  public void weightsAfterPre(double[][][] value, double[][] weights, int[] neuron, int count) {
    if (!onPre.isEmpty()) {
      ofPre.forward(value, weights, neuron, count);
    }
  }

  /** The effective weights after {@link #post}. {@code weights} are modified. */
  public void weightsAfterPost(double[][][] value, double[][] weights, int[] neuron, int count) {
    if (!onPost.isEmpty()) {
      ofPost.forward(value, weights, neuron, count);
    }
  }

  /**
   * The reverse of {@link #pre}.
   *
   * @param value with the states after it; modified to those before it
   * @param adjoint by symbol: of states, replaced by those before it; of others, added to
   */
  public void preAdjoint(
      double[][][] value, int[] neuron, int count, SpikeLog64 log, double[][][] adjoint) {
    onPre.backward(value, neuron, count, log, adjoint);
  }

  /** The reverse of {@link #post}, see {@link #preAdjoint}. */
  public void postAdjoint(
      double[][][] value, int[] neuron, int count, SpikeLog64 log, double[][][] adjoint) {
    onPost.backward(value, neuron, count, log, adjoint);
  }

  /**
   * The effective weights that spikes meet.
   *
   * @param value by symbol, not modified
   * @param weights modified: the rows of these neurons
   * @param neuron the first {@code count}, all different, are the pre neurons that spiked
   */
  public void weights(double[][][] value, double[][] weights, int[] neuron, int count) {
    ofPre.forward(value, weights, neuron, count);
  }

  /**
   * The reverse of {@link #weights}: spreads the adjoints of the weights over what they were made
   * of.
   *
   * @param value with the states that formed them, not modified
   * @param received adjoint of what each post neuron received
   * @param adjoint by symbol, added to
   */
  public void weightsAdjoint(
      double[][][] value, int[] neuron, int count, double[] received, double[][][] adjoint) {
    ofPre.reverse(value, neuron, count, received, adjoint);
  }
}
