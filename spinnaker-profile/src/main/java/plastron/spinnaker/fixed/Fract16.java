package plastron.spinnaker.fixed;

/**
 * The 16-bit formats of the differentiable-plasticity kernels: s0.15 in [-1, 1 - 2^-15] held in an
 * int within [-32768, 32767], and u0.16 coefficients in [0, 1] held in an int within [0, 65536].
 * Rounding and saturation as in section 6 of the SpiNNaker reference data.
 */
public final class Fract16 {

  /** The largest s0.15, 1 - 2^-15. */
  public static final int MAX = 32767;

  /** The smallest s0.15, -1. */
  public static final int MIN = -32768;

  /** Bits of an s0.15 without its sign. */
  public static final int FRACTION_BITS = 15;

  /** The value one as u0.16. */
  public static final int COEFFICIENT_ONE = 1 << 16;

  private Fract16() {}

  /**
   * Rounds to nearest, half upwards: {@code (x + 2^(s-1)) >> s}.
   *
   * @param x any number that leaves room for 2^(s-1)
   * @param s bits to drop, 1 to 62
   */
  public static long rn(long x, int s) {
    return (x + (1L << (s - 1))) >> s;
  }

  /** Clamps to [-32768, 32767]. */
  public static int sat(long x) {
    return (int) Math.clamp(x, (long) MIN, (long) MAX);
  }

  /**
   * The s0.15 nearest to a number, half to even.
   *
   * @param name what the number is, for the message
   * @throws IllegalArgumentException if the result lies outside [-1, 1)
   */
  public static int fromDouble(String name, double value) {
    long raw =
        Double.isFinite(value) && Math.abs(value) < 4 ? Accum.round(value, 15) : Long.MAX_VALUE;
    if (raw < MIN || raw > MAX) {
      throw new IllegalArgumentException(
          "%s (%s) must lie within [-1, 1) for s0.15. Maybe the rule needs a smaller scale?"
              .formatted(name, value));
    }
    return (int) raw;
  }

  /** The number of an s0.15, exactly. */
  public static double toDouble(int fract) {
    return fract / 32768.0;
  }

  /**
   * The u0.16 coefficient nearest to a number, half to even.
   *
   * @param name what the number is, for the message
   * @return 0 to 65536; a learning rate that gives 0 never learns, and one that gives 65536 never
   *     remembers
   * @throws IllegalArgumentException if the value is not within [0, 1]
   */
  public static int coefficient(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "%s (%s) must lie within [0, 1] for u0.16".formatted(name, value));
    }
    return (int) Accum.round(value, 16);
  }

  /** The number of a u0.16 coefficient, exactly. */
  public static double coefficientToDouble(int coefficient) {
    return coefficient / 65536.0;
  }
}
