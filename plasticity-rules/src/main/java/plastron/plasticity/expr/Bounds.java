package plastron.plasticity.expr;

/**
 * A closed interval that values are clipped to.
 *
 * @param low smallest value, may be negative infinity
 * @param high largest value, may be positive infinity, at least {@code low}
 */
public record Bounds(double low, double high) {

  /** No bounds at all. */
  public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** From 0 to 1, as for learning rates. */
  public static final Bounds UNIT = new Bounds(0, 1);

  public Bounds {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "Bounds (%s, %s) must be ordered numbers.".formatted(low, high));
    }
  }

  /** From {@code -limit} to {@code limit}; {@code limit} at least 0, infinite for none. */
  public static Bounds symmetric(double limit) {
    return new Bounds(-limit, limit);
  }

  /** Whether at least one side is finite. */
  public boolean areFinite() {
    return !(Double.isInfinite(low) && Double.isInfinite(high));
  }

  /** The value, moved to the nearest end if it lies outside; NaN stays NaN. */
  public double clip(double value) {
    return value < low ? low : value > high ? high : value;
  }
}
