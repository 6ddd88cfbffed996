package plastron.spinnaker.fixed;

/**
 * The exponential of spinn_common, bit for bit (section 2 of the SpiNNaker reference data): a table
 * of e^z for whole z, a table of sixteenths, and a short series for the rest, all at scale 2^32.
 */
public final class Exponential {

  /**
   * The largest argument (s16.15) below the guard; above it the result is 0x7FFFFFFF. spinn_common,
   * expk.
   */
  public static final int UPPER_GUARD = 363408;

  /**
   * The smallest argument (s16.15) above the guard; below it the result is 0. spinn_common, expk.
   */
  public static final int LOWER_GUARD = -340695;

  // Coefficients of the series for 1 - e^(-y), y below 1/16, as spinn_common has them.
  private static final long S0 = 5294;
  private static final long S1 = 4293434720L;
  private static final long S2 = 2081624032L;

  private static final long MASK = 0xFFFFFFFFL;
  private static final long[] POWERS = ExponentialTables.powers();
  private static final long[] COMPLEMENTS = ExponentialTables.complements();

  private Exponential() {}

  /**
   * e^n as an accum.
   *
   * @param n s16.15
   * @return s16.15, at least 0; 0x7FFFFFFF above {@link #UPPER_GUARD}, 0 below {@link #LOWER_GUARD}
   */
  public static int expk(int n) {
    if (n > UPPER_GUARD) {
      return Integer.MAX_VALUE;
    }
    return n < LOWER_GUARD ? 0 : (int) (exp64(n) >> 17);
  }

  /**
   * The fraction of e^n as u0.32: the low 32 bits of the result, so that e^0 reads 0.
   *
   * @param n s16.15
   * @return u0.32; 0x7FFFFFFF above {@link #UPPER_GUARD}, 0 below {@link #LOWER_GUARD}
   */
  public static long expulr(int n) {
    if (n > UPPER_GUARD) {
      return Integer.MAX_VALUE;
    }
    return n < LOWER_GUARD ? 0 : exp64(n) & MASK;
  }

  /**
   * e^n at scale 2^32.
   *
   * @param n s16.15, within the two guards
   */
  static long exp64(int n) {
    int z = n >> 15;
    int f = n - (z << 15);
    if (f == 0) {
      return POWERS[13 + z];
    }
    f = Accum.ONE - f;
    long result = POWERS[14 + z];
    result -= scale(result, COMPLEMENTS[f >> 11]);
    long y = (long) (f & 0x7FF) << 17;
    long t = (S1 - ((S2 * y) >> 32)) & MASK;
    t = (t * y) >> 32;
    t = (t + S0) & MASK;
    return result - scale(result, t);
  }

  /**
   * x * y >> 32, rounded, with x at scale 2^32 and y u0.32. The low product uses all 64 bits,
   * unsigned.
   */
  private static long scale(long x, long y) {
    long p = (x & MASK) * y;
    int up = (p & MASK) >= 0x7FFFFFFFL ? 1 : 0;
    return (p >>> 32) + up + (x >> 32) * y;
  }
}
