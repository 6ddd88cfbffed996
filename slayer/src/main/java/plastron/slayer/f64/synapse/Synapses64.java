package plastron.slayer.f64.synapse;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * Walks over a matrix of synapses, in whichever way its rows run. Rows run along the longer side:
 * by pre neuron, so that a spike touches one row, or by post neuron where there are only a few of
 * those. Sparse synapses have rows by pre neuron.
 */
public abstract sealed class Synapses64
    permits SynapsesByPre64, SynapsesByPost64, SparseSynapses64 {

  static final Kernels64 KERNELS = Kernels64.FASTEST;

  /** Layers with fewer post neurons than this keep their synapses by post neuron. */
  private static final int FEW = 16;

  /** What the rows of a layer's synapse-shaped arrays are counted by. */
  public static Axis rows(int pre, int post) {
    return post < FEW && post < pre ? Axis.POST : Axis.PRE;
  }

  /**
   * Bytes of what the walks keep.
   *
   * @param window greatest number of steps of a window
   */
  public static long bytes(RuleShape64 shape, int window) {
    if (shape.synapses().isPresent()) {
      return SparseSynapses64.bytes(shape.synapses().get(), window);
    }
    return shape.rows() == Axis.PRE ? SynapsesByPre64.bytes(shape, window) : 0;
  }

  /** The walks that fit a shape. */
  public static Synapses64 of(RuleShape64 shape) {
    if (shape.synapses().isPresent()) {
      return new SparseSynapses64(shape.synapses().get());
    }
    return shape.rows() == Axis.PRE ? new SynapsesByPre64() : new SynapsesByPost64();
  }

  /** {@code post[t] += sum over the spiking j of weight(j, .)} for every step. */
  public abstract void deliver(double[][] weight, SpikeEvents pre, double[][] post);

  /**
   * {@code weightAdjoint(j, .) += sum of postAdjoint[t]} over the steps in which j spiked, in
   * order.
   */
  public abstract void deliverAdjoint(
      double[][] weightAdjoint, SpikeEvents pre, double[][] postAdjoint);

  /** {@code post += sum over j of pre[j] weight(j, .)}. */
  public abstract void forward(double[][] weight, double[] pre, double[] post);

  /** {@code weightAdjoint(j, .) += pre[j] postAdjoint}. */
  public abstract void outer(double[][] weightAdjoint, double[] pre, double[] postAdjoint);

  /**
   * {@code weightAdjoint(j, .) = pre[j] sumAdjoint}, then as {@link #deliverAdjoint}; sums in any
   * order.
   */
  public abstract void setAdjoint(
      double[][] weightAdjoint,
      double[] pre,
      double[] sumAdjoint,
      SpikeEvents spikes,
      double[][] postAdjoint);

  /** {@code preAdjoint[j] += weight(j, .) . postAdjoint}. */
  public abstract void backward(double[][] weight, double[] postAdjoint, double[] preAdjoint);

  /** The same for every step of a window. */
  public abstract void backward(
      double[][] weight, double[][] postAdjoint, double[][] preAdjoint, int steps);
}
