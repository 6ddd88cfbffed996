package plastron.export.fixedpoint;

/**
 * How integers stand for real numbers: {@code real = lsb . integer}.
 *
 * @param lsb the real value of one, above 0
 * @param min smallest integer
 * @param max largest integer, at least {@code min}
 */
public record Scale(double lsb, long min, long max) {

  public Scale {
    if (!(lsb > 0) || Double.isInfinite(lsb)) {
      throw new IllegalArgumentException(
          "Step of a scale (%s) must be a positive number.".formatted(lsb));
    }
    if (min > max) {
      throw new IllegalArgumentException(
          "Range of a scale (%d to %d) must not be empty.".formatted(min, max));
    }
  }

  /** The real number that an integer stands for. */
  public double real(long integer) {
    return lsb * integer;
  }

  /** Whether a real number rounds to an integer inside the range. */
  public boolean holds(double real, Rounding rounding) {
    double scaled = real / lsb;
    if (Math.abs(scaled) >= 0x1p62) {
      return false;
    }
    long rounded = rounding.round(scaled);
    return rounded >= min && rounded <= max;
  }

  /**
   * The integer for a real number, clipped to the range; throws {@link IllegalArgumentException}
   * for NaN.
   */
  public long integer(double real, Rounding rounding) {
    double scaled = real / lsb;
    if (Double.isNaN(scaled)) {
      throw new IllegalArgumentException("Value (%s) must be a number.".formatted(real));
    }
    if (scaled >= 0x1p62) {
      return max;
    }
    return scaled <= -0x1p62 ? min : Math.clamp(rounding.round(scaled), min, max);
  }
}
