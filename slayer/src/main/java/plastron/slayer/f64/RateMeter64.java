package plastron.slayer.f64;

import java.util.Arrays;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.RateEstimator;

/**
 * The rates of one population, and the reverse. Both estimators are {@code m <- decay m + spike},
 * rate = gain m.
 */
final class RateMeter64 {

  private final boolean boxcar;
  private final double decay;
  private final double gain;

  /** State: one number per neuron. */
  final double[] meter;

  private final double[] meterAdjoint;
  private final int[] spiking;

  RateMeter64(RateEstimator estimator, int window, double referenceRate, int n) {
    switch (estimator) {
      case RateEstimator.Boxcar b -> {
        boxcar = true;
        decay = 1;
        gain = (double) (1 / (window * referenceRate));
      }
      case RateEstimator.ExponentialTrace e -> {
        boxcar = false;
        decay = (double) e.decay();
        gain = (double) ((1 - e.decay()) / referenceRate);
      }
    }
    meter = new double[n];
    meterAdjoint = new double[n];
    spiking = new int[n];
  }

  /** Reads the spikes of steps {@code from} to {@code to} and overwrites {@code rate}. */
  void forward(SpikeRaster spikes, int from, int to, double[] rate) {
    if (boxcar) {
      Arrays.fill(meter, 0);
    }
    for (int t = from; t < to; t++) {
      if (!boxcar) {
        for (int i = 0; i < meter.length; i++) {
          meter[i] *= decay;
        }
      }
      int count = spikes.spikes(t, spiking);
      for (int k = 0; k < count; k++) {
        meter[spiking[k]] += 1;
      }
    }
    for (int i = 0; i < rate.length; i++) {
      rate[i] = gain * meter[i];
    }
  }

  /** Forgets the adjoint of later windows. */
  void clearAdjoint() {
    Arrays.fill(meterAdjoint, 0);
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param rateAdjoint adjoint of the rates, not modified
   * @param spikeAdjoint by step of the window, added to
   */
  void backward(double[] rateAdjoint, double[][] spikeAdjoint, int steps) {
    if (boxcar) {
      Arrays.fill(meterAdjoint, 0);
    }
    for (int i = 0; i < meterAdjoint.length; i++) {
      meterAdjoint[i] += gain * rateAdjoint[i];
    }
    for (int t = steps - 1; t >= 0; t--) {
      double[] out = spikeAdjoint[t];
      for (int i = 0; i < meterAdjoint.length; i++) {
        out[i] += meterAdjoint[i];
      }
      for (int i = 0; i < meterAdjoint.length; i++) {
        meterAdjoint[i] *= decay;
      }
    }
  }
}
