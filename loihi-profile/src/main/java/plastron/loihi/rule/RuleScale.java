package plastron.loihi.rule;

/** A literal of a rule, or the product of several: {@code mantissa * 2^exponent}. */
record RuleScale(long mantissa, int exponent) {

  static final RuleScale ONE = new RuleScale(1, 0);

  private static final int LARGEST_EXPONENT = 1000;

  /** Reads {@code n} or {@code 2^e}. */
  static RuleScale take(RuleTokens tokens) {
    int number = tokens.takeNumber();
    if (!tokens.takeIf("^")) {
      return new RuleScale(number, 0);
    }
    if (number != 2) {
      throw tokens.refuse("has a power of (%d)".formatted(number), "Maybe use a power of 2.");
    }
    int sign = tokens.takeSign();
    int exponent = tokens.takeNumber();
    if (exponent > LARGEST_EXPONENT) {
      throw tokens.refuse("has the exponent (%d)".formatted(exponent), "");
    }
    return new RuleScale(1, sign * exponent);
  }

  RuleScale times(RuleScale other, RuleTokens tokens) {
    try {
      return new RuleScale(Math.multiplyExact(mantissa, other.mantissa), exponent + other.exponent);
    } catch (ArithmeticException overflow) {
      throw tokens.refuse("has a mantissa beyond 64 bits", "");
    }
  }

  RuleScale times(int sign) {
    return new RuleScale(mantissa * sign, exponent);
  }

  /**
   * Halves the mantissa as long as Lava does, so that what remains is small or not representable.
   */
  RuleScale normalised() {
    long m = mantissa;
    int e = exponent;
    while (Math.abs(m) > Product.MANTISSA_MAX && m % 2 == 0 && e < Product.EXPONENT_MAX) {
      m /= 2;
      e++;
    }
    return new RuleScale(m, e);
  }

  /** The whole number this stands for, as an additive constant. */
  int constant(RuleTokens tokens) {
    double value = Math.scalb((double) mantissa, exponent);
    if (value != Math.rint(value) || Math.abs(value) > Factor.LARGEST_CONSTANT) {
      throw tokens.refuse(
          "adds the constant (%d*2^%d)".formatted(mantissa, exponent),
          "Maybe use a whole number up to %d.".formatted(Factor.LARGEST_CONSTANT));
    }
    return (int) value;
  }
}
