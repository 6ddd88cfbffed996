package plastron.export.calibration;

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
    for (int t = 0; t < raster.steps(); t++) {
      maxSpikesPerStep = Math.max(maxSpikesPerStep, (int) raster.count(t, t + 1));
    }
    for (int n = 0; n < raster.neurons(); n++) {
      double rate = 0;
      int inWindow = 0;
      for (int t = 0; t < raster.steps(); t++) {
        int spike = raster.get(t, n) ? 1 : 0;
        inWindow = t % interval == 0 ? spike : inWindow + spike;
        rate = traceDecay * rate + (1 - traceDecay) * spike;
        maxWindowSpikes = Math.max(maxWindowSpikes, inWindow);
        trace.add(rate);
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
