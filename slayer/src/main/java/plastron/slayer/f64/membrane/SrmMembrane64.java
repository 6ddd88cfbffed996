package plastron.slayer.f64.membrane;

import org.jspecify.annotations.Nullable;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.slayer.f64.kernel.AlphaFilter64;
import plastron.slayer.f64.kernel.ExponentialFilter64;
import plastron.slayer.f64.kernel.Filter64;
import plastron.slayer.f64.kernel.Response64;
import plastron.slayer.f64.kernel.StepKernels64;
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
  private final @Nullable Response64 response;
  private final double[] unused;
  private final double[] scratch;

  SrmMembrane64(Neuron.Srm neuron, int n, SweepOptions options) {
    theta = (double) neuron.theta().uniform();
    strength = (double) (-neuron.rho() * neuron.theta().uniform());
    refractory = Filter64.of(neuron.refractory().common().orElseThrow());
    surrogate = SurrogateRow64.of(options.surrogate());
    throughReset = options.throughReset();
    response =
        switch (refractory) {
          case ExponentialFilter64 e -> new Response64(e.decay, strength, 0, theta);
          case AlphaFilter64 a -> new Response64(a.decay, 0, strength * a.gain, theta);
          default -> null;
        };
    unused = new double[n];
    scratch = new double[n];
  }

  @Override
  public int stateCount() {
    return refractory.stateCount();
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
    if (response == null) {
      respond(state, current, u, first, spikes, from, steps);
    } else {
      double[] sum = state.length > 1 ? state[1] : unused;
      STEPS.respond(response, state[0], sum, current, u, first, spikes, from, steps);
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
  public void backward(
      double[][] stateAdjoint, double[][] u, int first, double[][] adjoint, int steps) {
    for (int t = steps - 1; t >= 0; t--) {
      double[] g = adjoint[t];
      if (throughReset) {
        KERNELS.add(g, stateAdjoint[0]);
      }
      surrogate.multiply(g, u[first + t], theta);
      if (throughReset) {
        System.arraycopy(g, 0, scratch, 0, g.length);
        KERNELS.scale(scratch, strength);
        refractory.outputAdjoint(scratch, stateAdjoint);
        refractory.advanceAdjoint(stateAdjoint);
      }
    }
  }
}
