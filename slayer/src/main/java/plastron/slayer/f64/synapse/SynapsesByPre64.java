package plastron.slayer.f64.synapse;

import plastron.core.memory.ArrayBytes;
import plastron.plasticity.f64.RuleShape64;
import plastron.slayer.sweep.SpikeEvents;

/** {@code weight[pre][post]}. */
final class SynapsesByPre64 extends Synapses64 {

  private double[][] turned = new double[0][];

  /** See {@link Synapses64#bytes}. */
  public static long bytes(RuleShape64 shape, int window) {
    return isTurned(shape.post(), window)
        ? ArrayBytes.rows(shape.post(), shape.pre(), Double.BYTES)
        : 0;
  }

  /** Adding rows is so much faster than dot products that turning the matrix pays. */
  private static boolean isTurned(int post, int steps) {
    return steps >= post;
  }

  @Override
  public void deliver(double[][] weight, SpikeEvents pre, double[][] post) {
    KERNELS.gather(post, pre.steps(), weight, pre.neuron, pre.ofStep);
  }

  @Override
  public void deliverAdjoint(double[][] weightAdjoint, SpikeEvents pre, double[][] postAdjoint) {
    if (pre.count() < weightAdjoint.length) {
      for (int t = 0; t < pre.steps(); t++) {
        for (int k = pre.ofStep[t]; k < pre.ofStep[t + 1]; k++) {
          KERNELS.add(weightAdjoint[pre.neuron[k]], postAdjoint[t]);
        }
      }
      return;
    }
    pre.turn();
    KERNELS.gather(weightAdjoint, weightAdjoint.length, postAdjoint, pre.step, pre.ofNeuron);
  }

  @Override
  public void forward(double[][] weight, double[] pre, double[] post) {
    KERNELS.addWeightedRows(post, pre, weight);
  }

  @Override
  public void outer(double[][] weightAdjoint, double[] pre, double[] postAdjoint) {
    KERNELS.addToRows(weightAdjoint, pre, postAdjoint);
  }

  @Override
  public void setAdjoint(
      double[][] weightAdjoint,
      double[] pre,
      double[] sumAdjoint,
      SpikeEvents spikes,
      double[][] postAdjoint) {
    if (2 * spikes.count() < weightAdjoint.length) {
      KERNELS.setRows(weightAdjoint, pre, sumAdjoint);
      deliverAdjoint(weightAdjoint, spikes, postAdjoint);
      return;
    }
    spikes.turn();
    KERNELS.setRowsAndGather(
        weightAdjoint, pre, sumAdjoint, postAdjoint, spikes.step, spikes.ofNeuron);
  }

  @Override
  public void backward(double[][] weight, double[] postAdjoint, double[] preAdjoint) {
    KERNELS.addDots(preAdjoint, weight, postAdjoint);
  }

  @Override
  public void backward(
      double[][] weight, double[][] postAdjoint, double[][] preAdjoint, int steps) {
    int post = weight[0].length;
    if (!isTurned(post, steps)) {
      for (int t = 0; t < steps; t++) {
        backward(weight, postAdjoint[t], preAdjoint[t]);
      }
      return;
    }
    if (turned.length != post) {
      turned = new double[post][weight.length];
    }
    for (int j = 0; j < weight.length; j++) {
      for (int i = 0; i < post; i++) {
        turned[i][j] = weight[j][i];
      }
    }
    for (int t = 0; t < steps; t++) {
      KERNELS.addWeightedRows(preAdjoint[t], postAdjoint[t], turned);
    }
  }
}
