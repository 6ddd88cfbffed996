package plastron.slayer.f64;

import java.util.Arrays;
import plastron.plasticity.f64.RowKernels64;

/** {@code weight[pre][post]}. */
final class SynapsesByPre64 extends Synapses64 {

  @Override
  void deliver(double[][] weight, int[] spiking, int count, double[] post) {
    for (int k = 0; k < count; k++) {
      RowKernels64.add(post, weight[spiking[k]]);
    }
  }

  @Override
  void deliverAdjoint(double[][] weightAdjoint, int[] spiking, int count, double[] postAdjoint) {
    for (int k = 0; k < count; k++) {
      RowKernels64.add(weightAdjoint[spiking[k]], postAdjoint);
    }
  }

  @Override
  void forward(double[][] weight, double[] pre, double[] post) {
    Arrays.fill(post, 0);
    for (int j = 0; j < pre.length; j++) {
      if (pre[j] != 0) {
        RowKernels64.add(post, pre[j], weight[j]);
      }
    }
  }

  @Override
  void outer(double[][] weightAdjoint, double[] pre, double[] postAdjoint) {
    for (int j = 0; j < pre.length; j++) {
      if (pre[j] != 0) {
        RowKernels64.add(weightAdjoint[j], pre[j], postAdjoint);
      }
    }
  }

  @Override
  void backward(double[][] weight, double[] postAdjoint, double[] preAdjoint) {
    for (int j = 0; j < preAdjoint.length; j++) {
      preAdjoint[j] += RowKernels64.dot(weight[j], postAdjoint);
    }
  }
}
