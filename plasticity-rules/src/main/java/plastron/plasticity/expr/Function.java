package plastron.plasticity.expr;

/**
 * What a neuron may put its sum through, number by number. Closed on purpose: a chip's neuron
 * program or a look-up table can do these, or is refused by name. Values have the same bits on
 * every machine.
 */
public sealed interface Function {

  /** As formulas write it, such as {@code tanh}. */
  String name();

  /** In plain text, such as {@code tanh(y)}. */
  default String printed(String operand) {
    return name() + "(" + operand + ")";
  }

  /** The value at {@code v}; NaN stays NaN. */
  double of(double v);

  /**
   * The slope.
   *
   * @param v where
   * @param value of the function there
   */
  double slope(double v, double value);

  /** The hyperbolic tangent. */
  record Tanh() implements Function {
    @Override
    public String name() {
      return "tanh";
    }

    @Override
    public double of(double v) {
      return StrictMath.tanh(v);
    }

    @Override
    public double slope(double v, double value) {
      return 1 - value * value;
    }
  }

  /** The logistic function, {@code 1 / (1 + exp(-v))}. */
  record Sigmoid() implements Function {
    @Override
    public String name() {
      return "sigmoid";
    }

    @Override
    public double of(double v) {
      return 1 / (1 + StrictMath.exp(-v));
    }

    @Override
    public double slope(double v, double value) {
      return value * (1 - value);
    }
  }

  /**
   * Moves what lies outside an interval to its nearest end. Its slope is 1 within and at the ends,
   * as where states are clipped.
   *
   * @param low smallest value
   * @param high largest value, at least {@code low}
   */
  record Clamp(double low, double high) implements Function {
    public Clamp {
      if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
        throw new IllegalArgumentException(
            "Ends (%s, %s) of a clamp must be ordered finite numbers.".formatted(low, high));
      }
    }

    @Override
    public String name() {
      return "clamp";
    }

    @Override
    public String printed(String operand) {
      return "clamp(%s, %s, %s)".formatted(operand, plain(low), plain(high));
    }

    private static String plain(double value) {
      return Double.toString(value).replaceFirst("\\.0$", "");
    }

    @Override
    public double of(double v) {
      return v < low ? low : v > high ? high : v;
    }

    @Override
    public double slope(double v, double value) {
      return v >= low && v <= high ? 1 : 0;
    }
  }

  /** The value where it is above 0, else 0; its slope at 0 is 0. */
  record PositivePart() implements Function {
    @Override
    public String name() {
      return "positive";
    }

    @Override
    public double of(double v) {
      return v <= 0 ? 0 : v;
    }

    @Override
    public double slope(double v, double value) {
      return v > 0 ? 1 : 0;
    }
  }
}
