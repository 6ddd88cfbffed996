package plastron.spinnaker.fixed;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The two tables of the spinn_common exponential, computed from their definition with 60 decimal
 * digits.
 */
final class ExponentialTables {

  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal SCALE = BigDecimal.valueOf(1L << 32);

  private ExponentialTables() {}

  /** {@code H[i] = round(e^(i - 13) * 2^32)}, i = 0 to 25. */
  static long[] powers() {
    long[] table = new long[26];
    for (int i = 0; i < table.length; i++) {
      table[i] = round(exp(BigDecimal.valueOf(i - 13L)));
    }
    return table;
  }

  /** {@code D[m] = round((1 - e^(-m/16)) * 2^32)}, m = 0 to 15. */
  static long[] complements() {
    long[] table = new long[16];
    for (int m = 0; m < table.length; m++) {
      BigDecimal power = exp(BigDecimal.valueOf(-m).divide(BigDecimal.valueOf(16), DIGITS));
      table[m] = round(BigDecimal.ONE.subtract(power));
    }
    return table;
  }

  private static long round(BigDecimal number) {
    return number.multiply(SCALE).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** e^x for |x| up to 13, by the power series of |x| and a reciprocal. */
  private static BigDecimal exp(BigDecimal x) {
    BigDecimal magnitude = x.abs();
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    // 13^150 / 150! is below 1e-95
    for (int n = 1; n <= 150; n++) {
      term = term.multiply(magnitude, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return x.signum() < 0 ? BigDecimal.ONE.divide(sum, DIGITS) : sum;
  }
}
