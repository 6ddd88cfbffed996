package plastron.export.profile;

import plastron.plasticity.model.RateEstimator;

/** Kinds of rate estimators, as far as chips tell them apart. */
public enum RateForm {
  /** Spikes are counted over the window. */
  BOXCAR,
  /** An exponential trace that matches the window. */
  EXPONENTIAL;

  /** The form of an estimator. */
  public static RateForm of(RateEstimator rates) {
    return switch (rates) {
      case RateEstimator.Boxcar boxcar -> BOXCAR;
      case RateEstimator.ExponentialTrace trace -> EXPONENTIAL;
    };
  }

  /** The estimator of this form for windows of this many steps. */
  public RateEstimator estimator(int updateInterval) {
    return switch (this) {
      case BOXCAR -> new RateEstimator.Boxcar();
      case EXPONENTIAL -> RateEstimator.ExponentialTrace.matching(updateInterval);
    };
  }
}
