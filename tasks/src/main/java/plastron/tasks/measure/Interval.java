package plastron.tasks.measure;

/**
 * An interval that holds an unknown probability with 95 % confidence.
 *
 * @param low its lower end, at least 0
 * @param high its upper end, at most 1
 */
public record Interval(double low, double high) {

  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical
   * inference", Journal of the American Statistical Association 22 (1927).
   *
   * @param hits successes, from 0 to {@code of}
   * @param of independent attempts, at least 1
   */
  public static Interval wilson(int hits, int of) {
    if (of < 1 || hits < 0 || hits > of) {
      throw new IllegalArgumentException(
          "Share (%d of %d) needs at least one attempt and no more hits.".formatted(hits, of));
    }
    double p = (double) hits / of;
    double z2 = Z * Z / of;
    double centre = (p + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / of + z2 / (4 * of));
    // At the ends rounding would leave a hair outside of what is possible.
    return new Interval(
        hits == 0 ? 0 : Math.max(0, centre - half), hits == of ? 1 : Math.min(1, centre + half));
  }
}
