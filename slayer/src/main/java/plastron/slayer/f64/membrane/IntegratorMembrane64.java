package plastron.slayer.f64.membrane;

import org.jspecify.annotations.Nullable;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.Learned;
import plastron.slayer.sweep.SweepOptions;

/**
 * {@code u(t) = decay u(t-1) + i(t) + bias}, without spikes: adjoints are those of the potentials.
 */
public final class IntegratorMembrane64 extends VariedMembrane64 {

  private final Numbers decay;
  private final Numbers bias;

  IntegratorMembrane64(Neuron.LeakyIntegrator neuron, int n, SweepOptions options) {
    super(n, options);
    decay = new Numbers(neuron.decay(), n);
    bias = new Numbers(neuron.bias(), n);
  }

  @Override
  public int stateCount() {
    return 1;
  }

  @Override
  public int startStates() {
    return 1;
  }

  @Override
  public int ownRows(int window) {
    return VARIED_ROWS;
  }

  @Override
  @Nullable Numbers numbers(Learned.Value value) {
    return switch (value) {
      case DECAY -> decay;
      case BIAS -> bias;
      case THETA, ADAPTATION, ADAPTATION_DECAY -> null;
    };
  }

  @Override
  public void forward(
      double[][] state,
      double[][] current,
      double[][] u,
      int first,
      SpikeRaster spikes,
      int from,
      int steps) {
    double[] v = state[0];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < v.length; i++) {
        v[i] = decay.value[i] * v[i] + current[t][i] + bias.value[i];
      }
      System.arraycopy(v, 0, u[first + t], 0, v.length);
    }
  }

  @Override
  public void backward(
      double[][] stateAdjoint, double[][] u, int first, double[][] adjoint, int steps) {
    double[] v = stateAdjoint[0];
    for (int t = steps - 1; t >= 0; t--) {
      int row = first + t;
      double[] before = row == firstRow ? start : u[row - 1];
      double[] g = adjoint[t];
      for (int i = 0; i < g.length; i++) {
        g[i] += v[i];
        bias.adjoint[i] += g[i];
        decay.adjoint[i] += g[i] * before[i];
        v[i] = decay.value[i] * g[i];
      }
    }
  }
}
