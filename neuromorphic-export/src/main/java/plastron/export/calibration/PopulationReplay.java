package plastron.export.calibration;

import java.util.Arrays;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.RateEstimator;

/** Collects how one population fires. Owned by one thread. */
final class PopulationReplay {

  private final String name;
  private final int interval;
  private final double traceDecay;
  private int maxWindowSpikes;
  private final RangeCollector trace = new RangeCollector();
  private int maxSpikesPerStep;
  private long spikes;
  private long neuronSteps;

  PopulationReplay(String name, int interval, RateEstimator rates) {
    this.name = name;
    this.interval = interval;
    traceDecay =
        switch (rates) {
          case RateEstimator.ExponentialTrace(double decay) -> decay;
          case RateEstimator.Boxcar boxcar ->
              RateEstimator.ExponentialTrace.matching(interval).decay();
        };
  }

  /** Adds one episode. */
  void add(SpikeRaster raster) {
    spikes += raster.count(0, raster.steps());
    neuronSteps += (long) raster.steps() * raster.neurons();
    double[] rates = new double[raster.neurons()];
    int[] inWindow = new int[raster.neurons()];
    int[] firing = new int[raster.neurons()];
    for (int t = 0; t < raster.steps(); t++) {
      if (t % interval == 0) {
        Arrays.fill(inWindow, 0);
      }
      for (int n = 0; n < rates.length; n++) {
        rates[n] *= traceDecay;
      }
      int count = raster.spikes(t, firing);
      maxSpikesPerStep = Math.max(maxSpikesPerStep, count);
      for (int k = 0; k < count; k++) {
        int n = firing[k];
        rates[n] += 1 - traceDecay;
        inWindow[n]++;
        maxWindowSpikes = Math.max(maxWindowSpikes, inWindow[n]);
        // Between spikes a trace only falls.
        trace.add(rates[n]);
      }
    }
    trace.endExample();
  }

  PopulationRanges ranges() {
    return new PopulationRanges(
        name,
        (double) maxWindowSpikes / interval,
        trace.range().maxAbsolute(),
        Math.min(trace.range().expected(), 1),
        neuronSteps == 0 ? 0 : (double) spikes / neuronSteps,
        maxSpikesPerStep);
  }
}
