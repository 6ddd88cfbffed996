package plastron.slayer.f64;

import plastron.plasticity.f64.RowKernels64;

/** {@code weight[post][pre]}. */
final class SynapsesByPost64 extends Synapses64 {

  @Override
  void deliver(double[][] weight, int[] spiking, int count, double[] post) {
    for (int i = 0; i < post.length; i++) {
      double[] row = weight[i];
      double sum = post[i];
      for (int k = 0; k < count; k++) {
        sum += row[spiking[k]];
      }
      post[i] = sum;
    }
  }

  @Override
  void deliverAdjoint(double[][] weightAdjoint, int[] spiking, int count, double[] postAdjoint) {
    for (int i = 0; i < postAdjoint.length; i++) {
      double[] row = weightAdjoint[i];
      double adjoint = postAdjoint[i];
      for (int k = 0; k < count; k++) {
        row[spiking[k]] += adjoint;
      }
    }
  }

  @Override
  void forward(double[][] weight, double[] pre, double[] post) {
    for (int i = 0; i < post.length; i++) {
      post[i] = RowKernels64.dot(weight[i], pre);
    }
  }

  @Override
  void outer(double[][] weightAdjoint, double[] pre, double[] postAdjoint) {
    for (int i = 0; i < postAdjoint.length; i++) {
      RowKernels64.add(weightAdjoint[i], postAdjoint[i], pre);
    }
  }

  @Override
  void backward(double[][] weight, double[] postAdjoint, double[] preAdjoint) {
    for (int i = 0; i < postAdjoint.length; i++) {
      RowKernels64.add(preAdjoint, postAdjoint[i], weight[i]);
    }
  }
}
