package plastron.slayer.f64.membrane;

import org.jspecify.annotations.Nullable;
import plastron.core.network.Neuron;
import plastron.plasticity.model.Learned;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.sweep.SweepOptions;

/**
 * Integrate-and-fire neurons with the threshold {@code theta + adaptation a(t)}, where {@code
 * a(t+1) = adaptationDecay a(t) + s(t)}; the state row between those of {@link VariedLifMembrane64}
 * is a of the next step. Adjoints always go through it, the reset or not.
 */
final class AdaptiveLifMembrane64 extends VariedLifMembrane64 {

  private static final int TRACE = 1;

  private final Numbers adaptation;
  private final Numbers decay;
  private final double[] low;

  /** {@code a(t)} of the steps of the window that is gone through backwards. */
  private double[][] trace = new double[0][];

  /** How much lower thresholds were in these steps. */
  private double[][] lows = new double[0][];

  AdaptiveLifMembrane64(Neuron.AdaptiveLif neuron, int n, SweepOptions options) {
    super(neuron.lif(), n, options);
    adaptation = new Numbers(neuron.adaptation(), n);
    decay = new Numbers(neuron.adaptationDecay(), n);
    low = new double[n];
  }

  @Override
  public int stateCount() {
    return super.stateCount() + 1;
  }

  @Override
  public int startStates() {
    return super.startStates() + 1;
  }

  @Override
  public int ownRows(int window) {
    return super.ownRows(window) + 5 + 2 * window;
  }

  @Override
  @Nullable Numbers numbers(Learned.Value value) {
    return switch (value) {
      case ADAPTATION -> adaptation;
      case ADAPTATION_DECAY -> decay;
      case THETA, DECAY, BIAS -> super.numbers(value);
    };
  }

  private void lowered(double[] a, double[] into) {
    for (int i = 0; i < a.length; i++) {
      into[i] = lowered[i] - adaptation.value[i] * a[i];
    }
  }

  private void advance(double[] a, double[] into, double[] potential, double[] lowNow) {
    for (int i = 0; i < a.length; i++) {
      into[i] = decay.value[i] * a[i] + (spikes(potential[i], lowNow[i], i) ? 1 : 0);
    }
  }

  @Override
  double[] loweredNow(double[][] state) {
    lowered(state[TRACE], low);
    return low;
  }

  @Override
  void endStep(double[][] state, double[] potential, double[] lowNow) {
    advance(state[TRACE], state[TRACE], potential, lowNow);
  }

  /** Goes through the window's own spikes once more: what they did is not on the tape. */
  @Override
  public void beginAdjoint(double[][] startState, double[][] u, int first, int steps) {
    super.beginAdjoint(startState, u, first, steps);
    int n = low.length;
    trace = Arrays64.grown(trace, steps, t -> new double[n]);
    lows = Arrays64.grown(lows, steps, t -> new double[n]);
    System.arraycopy(startState[TRACE], 0, trace[0], 0, n);
    for (int t = 0; t < steps; t++) {
      lowered(trace[t], lows[t]);
      if (t + 1 < steps) {
        advance(trace[t], trace[t + 1], u[first + t], lows[t]);
      }
    }
  }

  @Override
  double[] loweredAt(int row) {
    return lows[row - firstRow];
  }

  @Override
  void addSpikeAdjoint(double[][] stateAdjoint, double[] g) {
    double[] a = stateAdjoint[TRACE];
    for (int i = 0; i < g.length; i++) {
      g[i] += a[i];
    }
  }

  @Override
  void thresholdAdjoint(double[][] stateAdjoint, int row, double[] lowAdjoint) {
    double[] a = stateAdjoint[TRACE];
    double[] before = trace[row - firstRow];
    for (int i = 0; i < a.length; i++) {
      adaptation.adjoint[i] -= lowAdjoint[i] * before[i];
      decay.adjoint[i] += a[i] * before[i];
      a[i] = decay.value[i] * a[i] - adaptation.value[i] * lowAdjoint[i];
    }
  }
}
