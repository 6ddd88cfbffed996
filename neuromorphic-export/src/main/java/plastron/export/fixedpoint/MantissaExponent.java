package plastron.export.fixedpoint;

/**
 * A number {@code mantissa . 2^exponent} with a small mantissa, as chips have for coefficients and
 * weights.
 *
 * @param mantissa a small integer
 * @param exponent power of two
 */
public record MantissaExponent(int mantissa, int exponent) {

  /** What it stands for. */
  public double value() {
    return Math.scalb((double) mantissa, exponent);
  }

  /** {@code |value - wanted| / |wanted|}; 0 if both are 0. */
  public double relativeError(double wanted) {
    double error = Math.abs(value() - wanted);
    return error == 0 ? 0 : error / Math.abs(wanted);
  }

  /**
   * The nearest such number; of several forms of it the one with the smallest exponent, which on
   * learning engines loses least.
   *
   * @param wanted finite; what lies beyond the largest is clipped, so check {@link #relativeError}
   * @param minMantissa smallest mantissa, at most 0
   * @param maxMantissa largest mantissa, at least 1
   * @param minExponent smallest exponent
   * @param maxExponent largest exponent, at least {@code minExponent}
   */
  public static MantissaExponent fit(
      double wanted, int minMantissa, int maxMantissa, int minExponent, int maxExponent) {
    if (!Double.isFinite(wanted)
        || minMantissa > 0
        || maxMantissa < 1
        || minExponent > maxExponent) {
      throw new IllegalArgumentException(
          "Fit of (%s) to mantissas %d to %d and exponents %d to %d is not possible."
              .formatted(wanted, minMantissa, maxMantissa, minExponent, maxExponent));
    }
    MantissaExponent best = new MantissaExponent(0, minExponent);
    for (int exponent = minExponent; exponent <= maxExponent; exponent++) {
      double scaled =
          Math.clamp(Math.rint(Math.scalb(wanted, -exponent)), minMantissa, maxMantissa);
      MantissaExponent candidate = new MantissaExponent((int) scaled, exponent);
      if (Math.abs(candidate.value() - wanted) < Math.abs(best.value() - wanted)) {
        best = candidate;
      }
    }
    return best;
  }

  /** Such as {@code 5*2^-3}. */
  @Override
  public String toString() {
    return mantissa + "*2^" + exponent;
  }
}
