package plastron.slayer.f64;

import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.f64.RowKernels64;
import plastron.slayer.surrogate.Surrogate;
import plastron.slayer.sweep.SweepOptions;

/**
 * {@code u(t) = i(t) - rho theta sum over k >= 1 of nu(k) s(t-k)}; state is the refractory kernel's
 * filter over the neuron's own spikes.
 */
final class SrmMembrane64 extends Membrane64 {

  private final double theta;
  private final double strength;
  private final Filter64 refractory;
  private final Surrogate surrogate;
  private final boolean throughReset;
  private double[] scratch = new double[0];

  SrmMembrane64(Neuron.Srm neuron, SweepOptions options) {
    theta = (double) neuron.theta();
    strength = (double) (-neuron.rho() * neuron.theta());
    refractory = Filter64.of(neuron.refractory());
    surrogate = options.surrogate();
    throughReset = options.throughReset();
  }

  @Override
  int stateCount() {
    return refractory.stateCount();
  }

  @Override
  void forward(double[][] state, double[] current, double[] u, SpikeRaster spikes, int t) {
    refractory.advance(state);
    double[] response = refractory.output(state, scratch(u.length));
    for (int i = 0; i < u.length; i++) {
      u[i] = current[i] + strength * response[i];
    }
    double[] own = state[0];
    for (int i = 0; i < u.length; i++) {
      if (u[i] >= theta) {
        spikes.set(t, i);
        own[i] += 1;
      }
    }
  }

  @Override
  void backward(
      double[][] stateAdjoint,
      double[] u,
      double[] spikeAdjoint,
      SpikeRaster spikes,
      int t,
      double[] currentAdjoint) {
    if (throughReset) {
      RowKernels64.add(spikeAdjoint, stateAdjoint[0]);
    }
    for (int i = 0; i < u.length; i++) {
      double g = spikeAdjoint[i];
      currentAdjoint[i] = g == 0 ? 0 : g * (double) surrogate.at(u[i] - theta);
    }
    if (throughReset) {
      double[] response = scratch(u.length);
      for (int i = 0; i < u.length; i++) {
        response[i] = strength * currentAdjoint[i];
      }
      refractory.outputAdjoint(response, stateAdjoint);
      refractory.advanceAdjoint(stateAdjoint);
    }
  }

  private double[] scratch(int n) {
    if (scratch.length != n) {
      scratch = new double[n];
    }
    return scratch;
  }
}
