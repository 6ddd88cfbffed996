package plastron.slayer.f64;

import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.f64.Kernels64;
import plastron.slayer.sweep.SweepOptions;

/**
 * {@code u(t) = i(t) - rho theta sum over k >= 1 of nu(k) s(t-k)}; state is the refractory kernel's
 * filter over the neuron's own spikes.
 */
final class SrmMembrane64 extends Membrane64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;
  private static final StepKernels64 STEPS = StepKernels64.FASTEST;

  private final double theta;
  private final double strength;
  private final Filter64 refractory;
  private final SurrogateRow64 surrogate;
  private final boolean throughReset;
  private double[] response = new double[0];
  private double[] sum = new double[0];

  SrmMembrane64(Neuron.Srm neuron, SweepOptions options) {
    theta = (double) neuron.theta();
    strength = (double) (-neuron.rho() * neuron.theta());
    refractory = Filter64.of(neuron.refractory());
    surrogate = SurrogateRow64.of(options.surrogate());
    throughReset = options.throughReset();
  }

  @Override
  int stateCount() {
    return refractory.stateCount();
  }

  @Override
  void forward(
      double[][] state,
      double[][] current,
      double[][] u,
      int first,
      SpikeRaster spikes,
      int from,
      int steps) {
    switch (refractory) {
      case ExponentialFilter64 e -> {
        sum = sized(sum, state[0].length);
        STEPS.respond(
            state[0], sum, e.decay, strength, 0, theta, current, u, first, spikes, from, steps);
      }
      case AlphaFilter64 a ->
          STEPS.respond(
              state[0],
              state[1],
              a.decay,
              0,
              strength * a.gain,
              theta,
              current,
              u,
              first,
              spikes,
              from,
              steps);
      default -> respond(state, current, u, first, spikes, from, steps);
    }
  }

  private void respond(
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
        potential[i] = current[t][i] + strength * potential[i];
        if (potential[i] >= theta) {
          spikes.set(from + t, i);
          state[0][i] += 1;
        }
      }
    }
  }

  @Override
  void backward(double[][] stateAdjoint, double[][] u, int first, double[][] adjoint, int steps) {
    for (int t = steps - 1; t >= 0; t--) {
      double[] g = adjoint[t];
      if (throughReset) {
        KERNELS.add(g, stateAdjoint[0]);
      }
      surrogate.multiply(g, u[first + t], theta);
      if (throughReset) {
        response = sized(response, g.length);
        System.arraycopy(g, 0, response, 0, g.length);
        KERNELS.scale(response, strength);
        refractory.outputAdjoint(response, stateAdjoint);
        refractory.advanceAdjoint(stateAdjoint);
      }
    }
  }

  private static double[] sized(double[] scratch, int n) {
    return scratch.length == n ? scratch : new double[n];
  }
}
