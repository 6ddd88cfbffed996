package plastron.slayer.f64.membrane;

import org.jspecify.annotations.Nullable;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.model.Learned;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.f64.kernel.Filter64;
import plastron.slayer.sweep.SweepOptions;

/**
 * {@code u(t) = i(t) + bias - rho theta b(t)} with {@code b(t) = sum over k >= 1 of nu(k) s(t-k)};
 * state is the filter over the neuron's own spikes.
 */
final class VariedSrmMembrane64 extends VariedMembrane64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final Numbers theta;
  private final Numbers bias;
  private final double rho;
  private final Filter64 refractory;
  private final double[] distance;
  private final double[] scratch;

  /** {@code b(t)} of the steps of the window that is gone through backwards. */
  private double[][] response = new double[0][];

  private final double[][] replayed;

  VariedSrmMembrane64(Neuron.Srm neuron, int n, SweepOptions options) {
    super(n, options);
    theta = new Numbers(neuron.theta(), n);
    bias = new Numbers(neuron.bias(), n);
    rho = (double) neuron.rho();
    refractory = Filter64.of(neuron.refractory(), n);
    distance = new double[n];
    scratch = new double[n];
    replayed = new double[refractory.stateCount()][n];
  }

  @Override
  public int stateCount() {
    return refractory.stateCount();
  }

  @Override
  public int startStates() {
    return refractory.stateCount();
  }

  @Override
  public int ownRows(int window) {
    return VARIED_ROWS + 2 + window + stateCount();
  }

  @Override
  @Nullable Numbers numbers(Learned.Value value) {
    return switch (value) {
      case THETA -> theta;
      case BIAS -> bias;
      case DECAY, ADAPTATION, ADAPTATION_DECAY -> null;
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
    for (int t = 0; t < steps; t++) {
      double[] potential = u[first + t];
      refractory.advance(state);
      refractory.output(state, potential);
      for (int i = 0; i < potential.length; i++) {
        potential[i] = current[t][i] + bias.value[i] - rho * theta.value[i] * potential[i];
        if (spikes(potential[i], i)) {
          spikes.set(from + t, i);
          state[0][i] += 1;
        }
      }
    }
  }

  private boolean spikes(double potential, int i) {
    return potential >= theta.value[i] - lowered[i];
  }

  /** Goes through the window's own spikes once more: what they did is not on the tape. */
  @Override
  public void beginAdjoint(double[][] startState, double[][] u, int first, int steps) {
    super.beginAdjoint(startState, u, first, steps);
    int n = distance.length;
    response = Arrays64.grown(response, steps, t -> new double[n]);
    Arrays64.copy(startState, replayed);
    for (int t = 0; t < steps; t++) {
      refractory.advance(replayed);
      refractory.output(replayed, response[t]);
      for (int i = 0; i < n; i++) {
        replayed[0][i] += spikes(u[first + t][i], i) ? 1 : 0;
      }
    }
  }

  @Override
  public void backward(
      double[][] stateAdjoint, double[][] u, int first, double[][] adjoint, int steps) {
    double[] down = loweredAdjoint();
    for (int t = steps - 1; t >= 0; t--) {
      double[] g = adjoint[t];
      double[] b = response[first - firstRow + t];
      if (throughReset) {
        KERNELS.add(g, stateAdjoint[0]);
      }
      for (int i = 0; i < g.length; i++) {
        distance[i] = u[first + t][i] - theta.value[i] + lowered[i];
      }
      surrogate.multiply(g, distance, 0);
      for (int i = 0; i < g.length; i++) {
        down[i] += g[i];
        theta.adjoint[i] -= g[i] + rho * b[i] * g[i];
        bias.adjoint[i] += g[i];
        scratch[i] = -rho * theta.value[i] * g[i];
      }
      if (throughReset) {
        refractory.outputAdjoint(scratch, stateAdjoint);
        refractory.advanceAdjoint(stateAdjoint);
      }
    }
  }
}
