package plastron.slayer.f64;

import plastron.core.spikes.SpikeRaster;

/** Loops that say what is computed. */
final class PlainStepKernels64 implements StepKernels64 {

  @Override
  public void decay(double[] state, double decay, double[][] rows, int steps) {
    for (int t = 0; t < steps; t++) {
      double[] row = rows[t];
      for (int i = 0; i < state.length; i++) {
        state[i] = decay * state[i] + row[i];
        row[i] = state[i];
      }
    }
  }

  @Override
  public void decayAdjoint(double[] state, double decay, double[][] rows, int steps) {
    for (int t = steps - 1; t >= 0; t--) {
      double[] row = rows[t];
      for (int i = 0; i < state.length; i++) {
        row[i] += state[i];
        state[i] = decay * row[i];
      }
    }
  }

  @Override
  public void respond(
      double[] own,
      double[] sum,
      double decay,
      double ownGain,
      double sumGain,
      double theta,
      double[][] current,
      double[][] u,
      int first,
      SpikeRaster spikes,
      int from,
      int steps) {
    for (int t = 0; t < steps; t++) {
      double[] row = u[first + t];
      for (int i = 0; i < own.length; i++) {
        sum[i] = decay * (sum[i] + own[i]);
        own[i] *= decay;
        row[i] = current[t][i] + (ownGain * own[i] + sumGain * sum[i]);
        if (row[i] >= theta) {
          spikes.set(from + t, i);
          own[i] += 1;
        }
      }
    }
  }
}
