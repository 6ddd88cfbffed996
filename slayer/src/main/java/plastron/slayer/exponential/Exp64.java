package plastron.slayer.exponential;

/**
 * {@code e^x} for x of at most 0, in double precision: {@code 2^n e^r} with whole n and {@code |r|
 * <= ln 2 / 2}, {@code e^r} by its Taylor polynomial of degree 13. Below -708, where results would
 * not be normal numbers, it is exactly 0.
 */
public final class Exp64 {

  static final double LOWEST = -708;
  static final double LOG2_E = 1 / Math.log(2);

  /** Adding it rounds to whole numbers, which then stand in the lowest bits. */
  static final double ROUND = 0x1.8p52;

  /** ln 2 in two parts; the first has so few bits that its multiples by n are exact. */
  static final double LN2_HIGH = 0x1.62e42fefa0000p-1;

  static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;

  /** The bits of 1. */
  static final long ONE = Double.doubleToRawLongBits(1);

  private static final double[] TAYLOR = taylor(13);

  private Exp64() {}

  static double[] taylor(int degree) {
    double[] coefficients = new double[degree + 1];
    coefficients[0] = 1;
    for (int k = 1; k <= degree; k++) {
      coefficients[k] = coefficients[k - 1] / k;
    }
    return coefficients;
  }

  /** {@code e^x}; x above 0 or NaN gives nothing useful. */
  public static double exp(double x) {
    if (x < LOWEST) {
      return 0;
    }
    double shifted = Math.fma(x, LOG2_E, ROUND);
    double n = shifted - ROUND;
    double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    double p = TAYLOR[13];
    for (int k = 12; k >= 0; k--) {
      p = Math.fma(p, r, TAYLOR[k]);
    }
    long power = Double.doubleToRawLongBits(shifted) << 52;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(p) + power);
  }

  /** {@code e^x - 1} without loss near 0; NaN for NaN, nothing useful for x above 0. */
  public static double expMinusOne(double x) {
    if (x < LOWEST) {
      return -1;
    }
    double shifted = Math.fma(x, LOG2_E, ROUND);
    double n = shifted - ROUND;
    double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    double p = TAYLOR[13];
    for (int k = 12; k >= 1; k--) {
      p = Math.fma(p, r, TAYLOR[k]);
    }
    double power = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE);
    return Math.fma(power, p * r, power - 1);
  }
}
