package plastron.export.fixedpoint;

/**
 * How integers stand for real numbers: {@code real = lsb . (integer - zero)}.
 *
 * @param lsb the real value of one, above 0
 * @param min smallest integer
 * @param max largest integer, at least {@code min}
 * @param stride only integers that lie a multiple of this away from {@code zero} are used, at least
 *     1; so chips keep weights whose lowest bit they have no room for
 * @param zero the integer that stands for 0, for what chips keep without a sign
 */
public record Scale(double lsb, long min, long max, int stride, long zero) {

  public Scale {
    if (!(lsb > 0) || Double.isInfinite(lsb)) {
      throw new IllegalArgumentException(
          "Step of a scale (%s) must be a positive number.".formatted(lsb));
    }
    if (min > max) {
      throw new IllegalArgumentException(
          "Range of a scale (%d to %d) must not be empty.".formatted(min, max));
    }
    if (stride < 1) {
      throw new IllegalArgumentException(
          "Stride of a scale (%d) must be at least 1.".formatted(stride));
    }
  }

  /** All integers of a range, 0 standing for 0. */
  public Scale(double lsb, long min, long max) {
    this(lsb, min, max, 1, 0);
  }

  /** The distance of neighbouring real numbers. */
  public double step() {
    return lsb * stride;
  }

  /** The scale of the integers of this one after {@code integer . factor + offset}. */
  public Scale stored(int factor, long offset) {
    return new Scale(
        lsb / factor,
        min * factor + offset,
        max * factor + offset,
        stride * factor,
        zero * factor + offset);
  }

  /** The real number that an integer stands for. */
  public double real(long integer) {
    return lsb * (integer - zero);
  }

  /** Whether a real number rounds to an integer inside the range. */
  public boolean holds(double real, Rounding rounding) {
    double steps = real / step();
    if (Math.abs(steps) >= 0x1p62 / stride) {
      return false;
    }
    long rounded = at(rounding.round(steps));
    return rounded >= min && rounded <= max;
  }

  /**
   * The integer for a real number, clipped to the range; throws {@link IllegalArgumentException}
   * for NaN.
   */
  public long integer(double real, Rounding rounding) {
    double steps = real / step();
    if (Double.isNaN(steps)) {
      throw new IllegalArgumentException("Value (%s) must be a number.".formatted(real));
    }
    if (steps >= 0x1p62 / stride) {
      return max;
    }
    return steps <= -0x1p62 / stride ? min : Math.clamp(at(rounding.round(steps)), min, max);
  }

  private long at(long steps) {
    return zero + stride * steps;
  }
}
