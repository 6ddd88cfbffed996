package plastron.export.calibration;

import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.RateEstimator;

/**
 * Rates of one population at the ends of windows. Owned by one thread; fed with consecutive windows
 * of one episode.
 */
final class EstimatedRates {

  private final RateEstimator estimator;
  private final double referenceRate;
  private final double[] trace;

  EstimatedRates(RateEstimator estimator, double referenceRate, int neurons) {
    this.estimator = estimator;
    this.referenceRate = referenceRate;
    trace = new double[neurons];
  }

  /**
   * Takes the window of steps {@code from} to {@code to} (exclusive) and writes the rates at its
   * end to {@code out}.
   */
  void window(SpikeRaster raster, int from, int to, double[] out) {
    for (int n = 0; n < out.length; n++) {
      double rate =
          switch (estimator) {
            case RateEstimator.Boxcar boxcar -> (double) raster.count(n, from, to) / (to - from);
            case RateEstimator.ExponentialTrace(double decay) -> follow(raster, n, from, to, decay);
          };
      out[n] = rate / referenceRate;
    }
  }

  private double follow(SpikeRaster raster, int neuron, int from, int to, double decay) {
    for (int t = from; t < to; t++) {
      trace[neuron] = decay * trace[neuron] + (raster.get(t, neuron) ? 1 - decay : 0);
    }
    return trace[neuron];
  }
}
