package plastron.slayer.f64.synapse;

import java.util.Arrays;
import plastron.core.memory.ArrayBytes;
import plastron.core.network.SynapseRows;
import plastron.slayer.sweep.SpikeEvents;

/** {@code weight[pre][k]} for the k-th synapse of each pre neuron. Owned by one thread. */
final class SparseSynapses64 extends Synapses64 {

  private final SynapseRows synapses;
  private final int[] target;
  private final double[] gathered;

  /** Adjoints of what arrives, {@code [post][step]}, and of the spikes of one pre neuron. */
  private double[][] turned = new double[0][];

  private double[] sums = new double[0];

  SparseSynapses64(SynapseRows synapses) {
    this.synapses = synapses;
    target = synapses.targets();
    gathered = new double[synapses.maxDegree()];
  }

  /** See {@link Synapses64#bytes}. */
  public static long bytes(SynapseRows synapses, int window) {
    return ArrayBytes.rows(synapses.post(), window, Double.BYTES)
        + ArrayBytes.of(window, Double.BYTES)
        + ArrayBytes.of(synapses.maxDegree(), Double.BYTES);
  }

  @Override
  public void deliver(double[][] weight, SpikeEvents pre, double[][] post) {
    for (int t = 0; t < pre.steps(); t++) {
      for (int n = pre.ofStep[t]; n < pre.ofStep[t + 1]; n++) {
        scatter(weight[pre.neuron[n]], pre.neuron[n], post[t]);
      }
    }
  }

  private void scatter(double[] row, int pre, double[] post) {
    int begin = synapses.begin(pre);
    for (int k = 0; k < row.length; k++) {
      post[target[begin + k]] += row[k];
    }
  }

  @Override
  public void deliverAdjoint(double[][] weightAdjoint, SpikeEvents pre, double[][] postAdjoint) {
    for (int t = 0; t < pre.steps(); t++) {
      double[] adjoint = postAdjoint[t];
      for (int n = pre.ofStep[t]; n < pre.ofStep[t + 1]; n++) {
        double[] row = weightAdjoint[pre.neuron[n]];
        int begin = synapses.begin(pre.neuron[n]);
        for (int k = 0; k < row.length; k++) {
          row[k] += adjoint[target[begin + k]];
        }
      }
    }
  }

  @Override
  public void forward(double[][] weight, double[] pre, double[] post) {
    for (int j = 0; j < pre.length; j++) {
      if (pre[j] != 0) {
        double[] row = weight[j];
        int begin = synapses.begin(j);
        for (int k = 0; k < row.length; k++) {
          post[target[begin + k]] += pre[j] * row[k];
        }
      }
    }
  }

  @Override
  public void outer(double[][] weightAdjoint, double[] pre, double[] postAdjoint) {
    for (int j = 0; j < pre.length; j++) {
      if (pre[j] != 0) {
        double[] row = weightAdjoint[j];
        int begin = synapses.begin(j);
        for (int k = 0; k < row.length; k++) {
          row[k] += pre[j] * postAdjoint[target[begin + k]];
        }
      }
    }
  }

  @Override
  public void setAdjoint(
      double[][] weightAdjoint,
      double[] pre,
      double[] sumAdjoint,
      SpikeEvents spikes,
      double[][] postAdjoint) {
    for (int j = 0; j < pre.length; j++) {
      double[] row = weightAdjoint[j];
      int begin = synapses.begin(j);
      for (int k = 0; k < row.length; k++) {
        row[k] = pre[j] * sumAdjoint[target[begin + k]];
      }
    }
    deliverAdjoint(weightAdjoint, spikes, postAdjoint);
  }

  @Override
  public void backward(double[][] weight, double[] postAdjoint, double[] preAdjoint) {
    for (int j = 0; j < preAdjoint.length; j++) {
      int begin = synapses.begin(j);
      for (int k = 0; k < weight[j].length; k++) {
        gathered[k] = postAdjoint[target[begin + k]];
      }
      preAdjoint[j] += KERNELS.dot(weight[j], gathered);
    }
  }

  @Override
  public void backward(
      double[][] weight, double[][] postAdjoint, double[][] preAdjoint, int steps) {
    if (steps == 1) {
      backward(weight, postAdjoint[0], preAdjoint[0]);
      return;
    }
    if (sums.length != steps) {
      sums = new double[steps];
      turned = new double[synapses.post()][steps];
    }
    for (int i = 0; i < turned.length; i++) {
      for (int t = 0; t < steps; t++) {
        turned[i][t] = postAdjoint[t][i];
      }
    }
    // A synapse is one number for all steps: this way its work on them is contiguous.
    for (int j = 0; j < weight.length; j++) {
      double[] row = weight[j];
      int begin = synapses.begin(j);
      Arrays.fill(sums, 0);
      for (int k = 0; k < row.length; k++) {
        KERNELS.add(sums, row[k], turned[target[begin + k]]);
      }
      for (int t = 0; t < steps; t++) {
        preAdjoint[t][j] += sums[t];
      }
    }
  }
}
