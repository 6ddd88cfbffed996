package plastron.export.fixedpoint;

/** How a real number becomes an integer. */
public enum Rounding {
  /** To the next integer below. */
  FLOOR {
    @Override
    public long round(double value) {
      return checked(Math.floor(value));
    }
  },
  /** To the nearest integer, halves up. */
  NEAREST {
    @Override
    public long round(double value) {
      double floor = Math.floor(value);
      return checked(value - floor >= 0.5 ? floor + 1 : floor);
    }
  },
  /** To the nearest integer, halves to even. */
  NEAREST_EVEN {
    @Override
    public long round(double value) {
      return checked(Math.rint(value));
    }
  };

  /**
   * Rounds a number.
   *
   * @param value finite, within the range of a long
   * @throws ArithmeticException if it is not
   */
  public abstract long round(double value);

  private static long checked(double integer) {
    if (!(Math.abs(integer) < 0x1p63)) {
      throw new ArithmeticException("Value (%s) is no 64-bit integer.".formatted(integer));
    }
    return (long) integer;
  }
}
