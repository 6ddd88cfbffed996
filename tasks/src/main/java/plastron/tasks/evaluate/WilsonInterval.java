package plastron.tasks.evaluate;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Confidence interval of a proportion (Wilson 1927).
 *
 * @param low lower end, in [0, 1]
 * @param high upper end, in [0, 1]
 */
public record WilsonInterval(double low, double high) {

  /**
   * The interval.
   *
   * @param successes from 0 to {@code trials}
   * @param trials at least 1
   * @param confidence between 0 and 1, such as 0.95
   */
  public static WilsonInterval of(long successes, long trials, double confidence) {
    if (trials < 1 || successes < 0 || successes > trials || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "Wilson interval (%d of %d, confidence %s) needs a proportion and a confidence in (0, 1)."
              .formatted(successes, trials, confidence));
    }
    double z = new NormalDistribution(0, 1).inverseCumulativeProbability((1 + confidence) / 2);
    double n = trials;
    double p = successes / n;
    double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return new WilsonInterval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
