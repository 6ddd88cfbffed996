package plastron.tasks.measure;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A 95 % confidence interval.
 *
 * @param low lower end, NaN if not known
 * @param high upper end, NaN if not known
 */
public record Interval(double low, double high) {

  private static final double CONFIDENCE = 0.95;

  /**
   * Of a share (Wilson 1927).
   *
   * @param successes from 0 to {@code trials}
   * @param trials at least 1
   */
  public static Interval ofShare(int successes, int trials) {
    ConfidenceInterval wilson =
        new WilsonScoreInterval().createInterval(trials, successes, CONFIDENCE);
    // Its ends are rounded, so that of none or all they may miss 0 and 1.
    return new Interval(
        successes == 0 ? 0 : wilson.getLowerBound(),
        successes == trials ? 1 : wilson.getUpperBound());
  }

  /**
   * Of a mean, by Student's distribution; not known from a single number.
   *
   * @param deviation of single numbers, with one degree of freedom less than there are
   * @param count how many numbers, at least 1
   */
  static Interval ofMean(double mean, double deviation, int count) {
    if (count < 2) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double quantile =
        new TDistribution(count - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    double half = quantile * deviation / Math.sqrt(count);
    return new Interval(mean - half, mean + half);
  }
}
