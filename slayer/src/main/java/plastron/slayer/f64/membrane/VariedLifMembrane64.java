package plastron.slayer.f64.membrane;

import org.jspecify.annotations.Nullable;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.Learned;
import plastron.slayer.sweep.SweepOptions;

/**
 * {@code u(t) = decay v(t-1) + i(t) + bias}, then {@code v(t) = 0} or {@code u(t) - theta} after a
 * spike; state rows are v and the number of steps for which the neuron is still held.
 */
final class VariedLifMembrane64 extends VariedMembrane64 {

  private final Numbers theta;
  private final Numbers decay;
  private final Numbers bias;
  private final boolean hard;
  private final double hold;
  private final double[] distance;
  private final double[] scratch;
  private double[] start = new double[0];
  private int firstRow;

  VariedLifMembrane64(Neuron.Lif neuron, int n, SweepOptions options) {
    super(n, options);
    theta = new Numbers(neuron.theta(), n);
    decay = new Numbers(neuron.decay(), n);
    bias = new Numbers(neuron.bias(), n);
    hard = neuron.reset() == Neuron.Reset.HARD;
    hold = (double) neuron.refractorySteps();
    distance = new double[n];
    scratch = new double[n];
  }

  @Override
  public int stateCount() {
    return 2;
  }

  @Override
  public int startStates() {
    return 1;
  }

  @Override
  public int ownRows(int window) {
    return VARIED_ROWS + 2;
  }

  @Override
  @Nullable Numbers numbers(Learned.Value value) {
    return switch (value) {
      case THETA -> theta;
      case DECAY -> decay;
      case BIAS -> bias;
    };
  }

  private boolean spikes(double potential, int i) {
    return potential >= theta.value[i] - lowered[i];
  }

  /** The potential after a step, from the one before any reset. */
  private double after(double potential, int i) {
    if (potential == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    return !spikes(potential, i) ? potential : hard ? 0 : potential - theta.value[i];
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
        potential[i] = decay.value[i] * v[i] + current[t][i] + bias.value[i];
        v[i] = after(potential[i], i);
        if (spikes(potential[i], i)) {
          spikes.set(from + t, i);
          held[i] = hold;
        }
      }
    }
  }

  @Override
  public void beginAdjoint(double[][] startState, double[][] u, int first, int steps) {
    super.beginAdjoint(startState, u, first, steps);
    start = startState[0];
    firstRow = first;
  }

  @Override
  public void backward(
      double[][] stateAdjoint, double[][] u, int first, double[][] adjoint, int steps) {
    double[] v = stateAdjoint[0];
    double[] down = loweredAdjoint();
    for (int t = steps - 1; t >= 0; t--) {
      int row = first + t;
      double[] potential = u[row];
      double[] g = adjoint[t];
      for (int i = 0; i < g.length; i++) {
        boolean free = potential[i] != Double.NEGATIVE_INFINITY;
        if (throughReset && free) {
          g[i] -= (hard ? potential[i] : theta.value[i]) * v[i];
        }
        distance[i] = potential[i] - theta.value[i] + lowered[i];
        scratch[i] = free ? g[i] : 0;
      }
      surrogate.multiply(scratch, distance, 0);
      for (int i = 0; i < g.length; i++) {
        if (potential[i] == Double.NEGATIVE_INFINITY) {
          g[i] = 0;
          v[i] = 0;
          continue;
        }
        boolean spiked = spikes(potential[i], i);
        down[i] += scratch[i];
        theta.adjoint[i] -= scratch[i] + (spiked && !hard ? v[i] : 0);
        g[i] = scratch[i] + (spiked && hard ? 0 : v[i]);
        bias.adjoint[i] += g[i];
        decay.adjoint[i] += g[i] * (row == firstRow ? start[i] : after(u[row - 1][i], i));
        v[i] = decay.value[i] * g[i];
      }
    }
  }
}
