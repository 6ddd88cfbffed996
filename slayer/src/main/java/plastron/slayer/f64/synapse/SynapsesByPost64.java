package plastron.slayer.f64.synapse;

import plastron.slayer.sweep.SpikeEvents;

/** {@code weight[post][pre]}. */
final class SynapsesByPost64 extends Synapses64 {

  @Override
  public void deliver(double[][] weight, SpikeEvents pre, double[][] post) {
    for (int t = 0; t < pre.steps(); t++) {
      double[] out = post[t];
      for (int i = 0; i < out.length; i++) {
        double[] row = weight[i];
        double sum = out[i];
        for (int k = pre.ofStep[t]; k < pre.ofStep[t + 1]; k++) {
          sum += row[pre.neuron[k]];
        }
        out[i] = sum;
      }
    }
  }

  @Override
  public void deliverAdjoint(double[][] weightAdjoint, SpikeEvents pre, double[][] postAdjoint) {
    for (int t = 0; t < pre.steps(); t++) {
      for (int i = 0; i < weightAdjoint.length; i++) {
        double[] row = weightAdjoint[i];
        double adjoint = postAdjoint[t][i];
        for (int k = pre.ofStep[t]; k < pre.ofStep[t + 1]; k++) {
          row[pre.neuron[k]] += adjoint;
        }
      }
    }
  }

  @Override
  public void forward(double[][] weight, double[] pre, double[] post) {
    KERNELS.addDots(post, weight, pre);
  }

  @Override
  public void outer(double[][] weightAdjoint, double[] pre, double[] postAdjoint) {
    KERNELS.addToRows(weightAdjoint, postAdjoint, pre);
  }

  @Override
  public void setAdjoint(
      double[][] weightAdjoint,
      double[] pre,
      double[] sumAdjoint,
      SpikeEvents spikes,
      double[][] postAdjoint) {
    KERNELS.setRows(weightAdjoint, sumAdjoint, pre);
    deliverAdjoint(weightAdjoint, spikes, postAdjoint);
  }

  @Override
  public void backward(double[][] weight, double[] postAdjoint, double[] preAdjoint) {
    KERNELS.addWeightedRows(preAdjoint, postAdjoint, weight);
  }

  @Override
  public void backward(
      double[][] weight, double[][] postAdjoint, double[][] preAdjoint, int steps) {
    for (int t = 0; t < steps; t++) {
      backward(weight, postAdjoint[t], preAdjoint[t]);
    }
  }
}
