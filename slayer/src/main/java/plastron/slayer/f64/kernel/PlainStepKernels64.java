package plastron.slayer.f64.kernel;

import plastron.core.spikes.SpikeRaster;
import plastron.slayer.exponential.Exp64;

/** Loops that say what is computed. */
final class PlainStepKernels64 implements StepKernels64 {

  @Override
  public void decay(double[] state, double decay, double[][] rows, int steps) {
    decay(0, state, decay, rows, steps);
  }

  /** The same for neuron {@code start} and all behind it. */
  public static void decay(int start, double[] state, double decay, double[][] rows, int steps) {
    for (int t = 0; t < steps; t++) {
      double[] row = rows[t];
      for (int i = start; i < state.length; i++) {
        state[i] = decay * state[i] + row[i];
        row[i] = state[i];
      }
    }
  }

  @Override
  public void decayAdjoint(double[] state, double decay, double[][] rows, int steps) {
    decayAdjoint(0, state, decay, rows, steps);
  }

  /** The same for neuron {@code start} and all behind it. */
  static void decayAdjoint(int start, double[] state, double decay, double[][] rows, int steps) {
    for (int t = steps - 1; t >= 0; t--) {
      double[] row = rows[t];
      for (int i = start; i < state.length; i++) {
        row[i] += state[i];
        state[i] = decay * row[i];
      }
    }
  }

  @Override
  public void follow(double[] state, double decay, SpikeRaster spikes, int from, int steps) {
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < state.length; i++) {
        state[i] *= decay;
        if (spikes.get(from + t, i)) {
          state[i] += 1;
        }
      }
    }
  }

  @Override
  public void followAdjoint(double[] state, double decay, double[][] rows, int steps) {
    followAdjoint(0, state, decay, rows, steps);
  }

  /** The same for neuron {@code start} and all behind it. */
  public static void followAdjoint(
      int start, double[] state, double decay, double[][] rows, int steps) {
    for (int t = steps - 1; t >= 0; t--) {
      for (int i = start; i < state.length; i++) {
        rows[t][i] += state[i];
        state[i] *= decay;
      }
    }
  }

  @Override
  public void respond(
      Response64 response,
      double[] own,
      double[] sum,
      double[][] current,
      double[][] u,
      int first,
      SpikeRaster spikes,
      int from,
      int steps) {
    respond(0, response, own, sum, current, u, first, spikes, from, steps);
  }

  /** The same for neuron {@code start} and all behind it. */
  public static void respond(
      int start,
      Response64 response,
      double[] own,
      double[] sum,
      double[][] current,
      double[][] u,
      int first,
      SpikeRaster spikes,
      int from,
      int steps) {
    for (int t = 0; t < steps; t++) {
      double[] row = u[first + t];
      for (int i = start; i < own.length; i++) {
        sum[i] = response.decay() * (sum[i] + own[i]);
        own[i] *= response.decay();
        row[i] = current[t][i] + (response.ownGain() * own[i] + response.sumGain() * sum[i]);
        if (row[i] >= response.theta()) {
          spikes.set(from + t, i);
          own[i] += 1;
        }
      }
    }
  }

  @Override
  public void exponential(double[] g, double[] u, double theta, double scale, double rate) {
    exponential(0, g, u, theta, scale, rate);
  }

  /** The same for neuron {@code start} and all behind it. */
  public static void exponential(
      int start, double[] g, double[] u, double theta, double scale, double rate) {
    for (int i = start; i < g.length; i++) {
      g[i] *= scale * Exp64.exp(Math.abs(u[i] - theta) * rate);
    }
  }
}
