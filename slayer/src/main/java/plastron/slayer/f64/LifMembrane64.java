package plastron.slayer.f64;

import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.surrogate.Surrogate;
import plastron.slayer.sweep.SweepOptions;

/**
 * {@code u(t) = decay v(t-1) + i(t) + bias}, then {@code v(t) = 0} or {@code u(t) - theta} after a
 * spike; state rows are v and the number of steps for which the neuron is still held.
 */
final class LifMembrane64 extends Membrane64 {

  private final double theta;
  private final double decay;
  private final double bias;
  private final boolean hard;
  private final double hold;
  private final Surrogate surrogate;
  private final boolean throughReset;

  LifMembrane64(Neuron.Lif neuron, SweepOptions options) {
    theta = (double) neuron.theta();
    decay = (double) neuron.decay();
    bias = (double) neuron.bias();
    hard = neuron.reset() == Neuron.Reset.HARD;
    hold = (double) neuron.refractorySteps();
    surrogate = options.surrogate();
    throughReset = options.throughReset();
  }

  @Override
  int stateCount() {
    return 2;
  }

  @Override
  void forward(double[][] state, double[] current, double[] u, SpikeRaster spikes, int t) {
    double[] v = state[0];
    double[] held = state[1];
    for (int i = 0; i < u.length; i++) {
      if (held[i] > 0) {
        held[i] -= 1;
        v[i] = 0;
        u[i] = Double.NEGATIVE_INFINITY;
        continue;
      }
      u[i] = decay * v[i] + current[i] + bias;
      v[i] = u[i];
      if (u[i] >= theta) {
        spikes.set(t, i);
        v[i] = hard ? 0 : u[i] - theta;
        held[i] = hold;
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
    double[] v = stateAdjoint[0];
    for (int i = 0; i < u.length; i++) {
      if (u[i] == Double.NEGATIVE_INFINITY) {
        currentAdjoint[i] = 0;
        v[i] = 0;
        continue;
      }
      double g = spikeAdjoint[i];
      if (throughReset) {
        g -= (hard ? u[i] : theta) * v[i];
      }
      double kept = hard && u[i] >= theta ? 0 : v[i];
      double adjoint = (g == 0 ? 0 : g * (double) surrogate.at(u[i] - theta)) + kept;
      currentAdjoint[i] = adjoint;
      v[i] = decay * adjoint;
    }
  }
}
