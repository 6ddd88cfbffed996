package plastron.spinnaker.fixed;

/**
 * The type {@code unsigned long fract}: u0.32, range [0, 1), held in the low 32 bits of a long so
 * that it is never negative. Synaptic decays and input scales are of this type.
 */
public final class UnsignedFract {

  /** The largest value, 1 - 2^-32. */
  public static final long MAX = 0xFFFFFFFFL;

  private UnsignedFract() {}

  /**
   * {@code accum * unsigned long fract}: the product shifted right by 32 (floor). Never wraps.
   *
   * @param accum s16.15
   * @param fract u0.32, 0 to {@link #MAX}
   * @return s16.15
   */
  public static int multiply(int accum, long fract) {
    return (int) ((accum * fract) >> 32);
  }

  /** The number of a u0.32, exactly. */
  public static double toDouble(long fract) {
    return fract / 4294967296.0;
  }
}
