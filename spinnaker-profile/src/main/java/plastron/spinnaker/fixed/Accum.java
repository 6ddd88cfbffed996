package plastron.spinnaker.fixed;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The type {@code accum} of ISO/IEC TR 18037 as the compiler implements it: s16.15 in a signed
 * 32-bit integer, range [-65536, 65536 - 2^-15], all operations truncate and wrap modulo 2^32.
 * Neuron state and parameters are of this type.
 */
public final class Accum {

  /** The value one. */
  public static final int ONE = 1 << 15;

  private Accum() {}

  /**
   * The accum nearest to a number; half goes to even, decided on the shortest decimal text of the
   * double as the host tool chain does. That tool chain does not check the range; this does.
   *
   * @param name what the number is, for the message
   * @param value any double
   * @return s16.15
   * @throws IllegalArgumentException if the value is not finite or rounds to a number outside the
   *     range
   */
  public static int fromDouble(String name, double value) {
    long raw =
        Double.isFinite(value) && Math.abs(value) < (1L << 40) ? round(value, 15) : Long.MAX_VALUE;
    if (raw != (int) raw) {
      throw new IllegalArgumentException(
          "%s (%s) must lie within [-65536, 65536) for s16.15. Maybe its unit is too small?"
              .formatted(name, value));
    }
    return (int) raw;
  }

  /** The number of an accum, exactly. */
  public static double toDouble(int accum) {
    return accum / (double) ONE;
  }

  /** {@code accum * accum}: the 64-bit product shifted right by 15 (floor), wrapped. */
  public static int multiply(int a, int b) {
    return (int) (((long) a * b) >> 15);
  }

  /**
   * {@code accum / accum}: truncated towards zero, wrapped.
   *
   * @throws ArithmeticException if b is 0
   */
  public static int divide(int a, int b) {
    return (int) (((long) a << 15) / b);
  }

  /** The smallest integer not below the accum; a plain integer in [-65536, 65536]. */
  public static int ceil(int accum) {
    return (int) (((long) accum + ONE - 1) >> 15);
  }

  /** The nearest multiple of 2^-bits to a finite value, half to even, in units of 2^-bits. */
  static long round(double value, int bits) {
    return new BigDecimal(Double.toString(value))
        .multiply(BigDecimal.valueOf(1L << bits))
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
