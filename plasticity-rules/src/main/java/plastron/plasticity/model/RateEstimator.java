package plastron.plasticity.model;

/** How the rates that a rule reads are made from spikes. */
public sealed interface RateEstimator {

  /** The mean number of spikes per step over the window that has just ended (the paper's form). */
  record Boxcar() implements RateEstimator {}

  /**
   * An exponential trace, {@code r <- decay r + (1 - decay) s} at every step: what learning engines
   * of chips have.
   *
   * @param decay factor per step, in [0, 1)
   */
  record ExponentialTrace(double decay) implements RateEstimator {
    public ExponentialTrace {
      if (!(decay >= 0 && decay < 1)) {
        throw new IllegalArgumentException("Trace decay (%s) must lie in [0, 1).".formatted(decay));
      }
    }

    /**
     * The trace with the same mean age and variance as a boxcar of {@code window} steps: {@code
     * (n-1)/(n+1)}.
     */
    public static ExponentialTrace matching(int window) {
      return new ExponentialTrace((window - 1.0) / (window + 1.0));
    }
  }
}
