package plastron.slayer.f64.membrane;

import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.SweepOptions;

/**
 * {@code u(t) = decay v(t-1) + i(t) + bias}, then {@code v(t) = 0} or {@code u(t) - theta} after a
 * spike; state rows are v and the number of steps for which the neuron is still held. Shares no
 * loop with {@link VariedLifMembrane64}, which takes two to three times as long for a step.
 */
final class LifMembrane64 extends Membrane64 {

  private final double theta;
  private final double decay;
  private final double bias;
  private final boolean hard;
  private final double hold;
  private final SurrogateRow64 surrogate;
  private final boolean throughReset;

  LifMembrane64(Neuron.Lif neuron, SweepOptions options) {
    theta = (double) neuron.theta().uniform();
    decay = (double) neuron.decay().uniform();
    bias = (double) neuron.bias().uniform();
    hard = neuron.reset() == Neuron.Reset.HARD;
    hold = (double) neuron.refractorySteps();
    surrogate = SurrogateRow64.of(options.surrogate());
    throughReset = options.throughReset();
  }

  @Override
  public int stateCount() {
    return 2;
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
    double[] held = state[1];
    for (int t = 0; t < steps; t++) {
      double[] potential = u[first + t];
      for (int i = 0; i < potential.length; i++) {
        if (held[i] > 0) {
          held[i] -= 1;
          v[i] = 0;
          potential[i] = Double.NEGATIVE_INFINITY;
          continue;
        }
        potential[i] = decay * v[i] + current[t][i] + bias;
        v[i] = potential[i];
        if (potential[i] >= theta) {
          spikes.set(from + t, i);
          v[i] = hard ? 0 : potential[i] - theta;
          held[i] = hold;
        }
      }
    }
  }

  @Override
  public void backward(
      double[][] stateAdjoint, double[][] u, int first, double[][] adjoint, int steps) {
    double[] v = stateAdjoint[0];
    for (int t = steps - 1; t >= 0; t--) {
      double[] potential = u[first + t];
      double[] g = adjoint[t];
      if (throughReset) {
        for (int i = 0; i < g.length; i++) {
          // No path leads through the reset of a neuron that is held.
          boolean free = potential[i] != Double.NEGATIVE_INFINITY;
          g[i] -= free ? (hard ? potential[i] : theta) * v[i] : 0;
        }
      }
      surrogate.multiply(g, potential, theta);
      for (int i = 0; i < g.length; i++) {
        boolean kept = potential[i] < theta || !hard;
        boolean free = potential[i] != Double.NEGATIVE_INFINITY;
        g[i] += kept ? v[i] : 0;
        g[i] = free ? g[i] : 0;
        v[i] = decay * g[i];
      }
    }
  }
}
