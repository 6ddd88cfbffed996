package plastron.export.calibration;

/**
 * The values a quantity took.
 *
 * @param min smallest
 * @param max largest
 * @param meanAbsolute mean of the absolute values
 */
public record ValueRange(double min, double max, double meanAbsolute) {

  /** Of a quantity that was never anything but zero. */
  public static final ValueRange ZERO = new ValueRange(0, 0, 0);

  /** Largest absolute value. */
  public double maxAbsolute() {
    return Math.max(Math.abs(min), Math.abs(max));
  }
}
