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
    int nearest = 1;
    for (int k = 0; k <= maxExponent; k++) {
      long below = Math.clamp(wanted >> k, 1L, maxMantissa);
      nearest = nearer(wanted, nearest, below << k);
      nearest = nearer(wanted, nearest, Math.min(below + 1, maxMantissa) << k);
    }
    return nearest;
  }

  private static int nearer(int wanted, int best, long candidate) {
    long gain = Math.abs((long) wanted - best) - Math.abs(wanted - candidate);
    boolean isBetter = gain > 0 || (gain == 0 && candidate > best);
    return isBetter && candidate <= Integer.MAX_VALUE ? (int) candidate : best;
  }
}
