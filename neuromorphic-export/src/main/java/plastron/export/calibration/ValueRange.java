package plastron.export.calibration;

/**
 * The values a quantity took.
 *
 * @param min smallest
 * @param max largest
 * @param meanAbsolute mean of the absolute values
 * @param expected largest absolute value that others than the examples are to be expected to reach,
 *     at least that of the examples
 */
public record ValueRange(double min, double max, double meanAbsolute, double expected) {

  /** Of a quantity that was never anything but zero. */
  public static final ValueRange ZERO = ofAll(0, 0, 0);

  /** Of a quantity of which nothing else is known. */
  public static ValueRange ofAll(double min, double max, double meanAbsolute) {
    return new ValueRange(min, max, meanAbsolute, Math.max(Math.abs(min), Math.abs(max)));
  }

  /** Largest absolute value. */
  public double maxAbsolute() {
    return Math.max(Math.abs(min), Math.abs(max));
  }

  /**
   * The largest absolute value to make room for: this many times what was seen, or what is
   * expected.
   */
  public double room(double headroom) {
    return Math.max(headroom * maxAbsolute(), expected);
  }
}
