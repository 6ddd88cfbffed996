package plastron.export.profile;

/**
 * The update intervals a chip can keep: {@code m . 2^k} steps.
 *
 * @param maxMantissa largest m; the smallest is 1
 * @param maxExponent largest k; the smallest is 0
 */
public record UpdateIntervals(int maxMantissa, int maxExponent) {

  public UpdateIntervals {
    if (maxMantissa < 1 || maxExponent < 0 || maxExponent > 30) {
      throw new IllegalArgumentException(
          "Update intervals (m up to %d, k up to %d) need m of at least 1 and k of 0 to 30."
              .formatted(maxMantissa, maxExponent));
    }
  }

  /** Whether the chip can keep exactly this interval, in steps. */
  public boolean contains(int interval) {
    return interval >= 1
        && interval >> Math.min(Integer.numberOfTrailingZeros(interval), maxExponent)
            <= maxMantissa;
  }

  /**
   * The nearest interval the chip can keep, the longer one of two. {@code wanted} is at least 1.
   */
  public int nearest(int wanted) {
    for (int distance = 0; ; distance++) {
      if (contains(Math.addExact(wanted, distance))) {
        return wanted + distance;
      }
      if (contains(wanted - distance)) {
        return wanted - distance;
      }
    }
  }
}
