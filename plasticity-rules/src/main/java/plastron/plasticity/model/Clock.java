package plastron.plasticity.model;

import plastron.core.check.Require;

/**
 * When rules act and what rates they read.
 *
 * @param updateInterval steps per window, at least 1: rules act at the end of every window
 * @param rates how rates are made from spikes, for all populations
 * @param referenceRate rates are divided by this number before rules see them, above 0
 */
public record Clock(int updateInterval, RateEstimator rates, double referenceRate) {

  public Clock {
    if (updateInterval < 1) {
      throw new IllegalArgumentException(
          "Update interval (%d steps) must be at least 1.".formatted(updateInterval));
    }
    Require.given("Rate estimator", rates);
    if (!(referenceRate > 0) || Double.isInfinite(referenceRate)) {
      throw new IllegalArgumentException(
          "Reference rate (%s) must be a positive number.".formatted(referenceRate));
    }
  }
}
