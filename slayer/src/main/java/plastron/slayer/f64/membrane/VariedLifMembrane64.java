package plastron.slayer.f64.membrane;

import org.jspecify.annotations.Nullable;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.Learned;
import plastron.slayer.sweep.SweepOptions;

/**
 * {@code u(t) = decay v(t-1) + i(t) + bias}, then {@code v(t) = 0} or {@code u(t) - theta} after a
 * spike; the first state row is v, the last the number of steps for which the neuron is still held.
 */
sealed class VariedLifMembrane64 extends VariedMembrane64 permits AdaptiveLifMembrane64 {

  private final Numbers theta;
  private final Numbers decay;
  private final Numbers bias;
  private final boolean hard;
  private final double hold;
  private final double[] distance;
  private final double[] scratch;

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
      case ADAPTATION, ADAPTATION_DECAY -> null;
    };
  }

  /** How much lower each threshold is in the step that begins in a state. */
  double[] loweredNow(double[][] state) {
    return lowered;
  }

  /** How much lower each threshold was in a step since {@link #beginAdjoint}, by its row. */
  double[] loweredAt(int row) {
    return lowered;
  }

  /** Ends a step: what spikes do besides the reset. */
  void endStep(double[][] state, double[] potential, double[] low) {}

  /** Adds to the adjoints of spikes those of what {@link #endStep} did. */
  void addSpikeAdjoint(double[][] stateAdjoint, double[] g) {}

  /** The reverse of {@link #loweredNow} and of what {@link #endStep} did besides spikes. */
  void thresholdAdjoint(double[][] stateAdjoint, int row, double[] lowAdjoint) {}

  final boolean spikes(double potential, double low, int i) {
    return potential >= theta.value[i] - low;
  }

  /** The potential after a step, from the one before any reset. */
  private double after(double potential, double low, int i) {
    if (potential == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    return !spikes(potential, low, i) ? potential : hard ? 0 : potential - theta.value[i];
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
    double[] held = state[state.length - 1];
    for (int t = 0; t < steps; t++) {
      double[] potential = u[first + t];
      double[] low = loweredNow(state);
      for (int i = 0; i < potential.length; i++) {
        if (held[i] > 0) {
          held[i] -= 1;
          v[i] = 0;
          potential[i] = Double.NEGATIVE_INFINITY;
          continue;
        }
        potential[i] = decay.value[i] * v[i] + current[t][i] + bias.value[i];
        v[i] = after(potential[i], low[i], i);
        if (spikes(potential[i], low[i], i)) {
          spikes.set(from + t, i);
          held[i] = hold;
        }
      }
      endStep(state, potential, low);
    }
  }

  @Override
  public void backward(
      double[][] stateAdjoint, double[][] u, int first, double[][] adjoint, int steps) {
    double[] v = stateAdjoint[0];
    double[] down = loweredAdjoint();
    double[] atStart = start;
    int begin = firstRow;
    for (int t = steps - 1; t >= 0; t--) {
      int row = first + t;
      double[] potential = u[row];
      double[] low = loweredAt(row);
      double[] lowBefore = row == begin ? low : loweredAt(row - 1);
      double[] g = adjoint[t];
      addSpikeAdjoint(stateAdjoint, g);
      for (int i = 0; i < g.length; i++) {
        boolean free = potential[i] != Double.NEGATIVE_INFINITY;
        if (throughReset && free) {
          g[i] -= (hard ? potential[i] : theta.value[i]) * v[i];
        }
        distance[i] = potential[i] - theta.value[i] + low[i];
        scratch[i] = free ? g[i] : 0;
      }
      surrogate.multiply(scratch, distance, 0);
      thresholdAdjoint(stateAdjoint, row, scratch);
      for (int i = 0; i < g.length; i++) {
        if (potential[i] == Double.NEGATIVE_INFINITY) {
          g[i] = 0;
          v[i] = 0;
          continue;
        }
        boolean spiked = spikes(potential[i], low[i], i);
        down[i] += scratch[i];
        theta.adjoint[i] -= scratch[i] + (spiked && !hard ? v[i] : 0);
        g[i] = scratch[i] + (spiked && hard ? 0 : v[i]);
        bias.adjoint[i] += g[i];
        double before = row == begin ? atStart[i] : after(u[row - 1][i], lowBefore[i], i);
        decay.adjoint[i] += g[i] * before;
        v[i] = decay.value[i] * g[i];
      }
    }
  }
}
