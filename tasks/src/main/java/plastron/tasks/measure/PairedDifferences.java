package plastron.tasks.measure;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * What one way gains over another where both were tried under the same conditions, such as seeds.
 *
 * @param pairs how many there were, at least 2
 * @param mean of the differences
 * @param interval of the mean, 95 %
 * @param p of a paired t-test: how likely so large a mean, of either sign, is if there is no
 *     difference; NaN if all differences are 0
 */
public record PairedDifferences(int pairs, double mean, Interval interval, double p) {

  private static final double UPPER = 0.975;

  /**
   * Compares.
   *
   * @param with results of the one, by condition
   * @param without results of the other, in the same order
   */
  public static PairedDifferences of(double[] with, double[] without) {
    if (with.length != without.length || with.length < 2) {
      throw new IllegalArgumentException(
          "Results (%d and %d) must be as many of both, at least 2."
              .formatted(with.length, without.length));
    }
    SummaryStatistics differences = new SummaryStatistics();
    for (int i = 0; i < with.length; i++) {
      differences.addValue(with[i] - without[i]);
    }
    double half =
        new TDistribution(with.length - 1.0).inverseCumulativeProbability(UPPER)
            * differences.getStandardDeviation()
            / Math.sqrt(with.length);
    double mean = differences.getMean();
    return new PairedDifferences(
        with.length,
        mean,
        new Interval(mean - half, mean + half),
        new TTest().pairedTTest(with, without));
  }
}
