package plastron.slayer.exponential;

/**
 * {@code e^x} for x of at most 0, in single precision: {@code 2^n e^r} with whole n and {@code |r|
 * <= ln 2 / 2}, {@code e^r} by its Taylor polynomial of degree 7. Below -87, where results would
 * not be normal numbers, it is exactly 0.
 */
public final class Exp32 {

  static final float LOWEST = -87;
  static final float LOG2_E = (float) (1 / Math.log(2));

  /** Adding it rounds to whole numbers, which then stand in the lowest bits. */
  static final float ROUND = 0x1.8p23f;

  /** ln 2 in two parts; the first has so few bits that its multiples by n are exact. */
  static final float LN2_HIGH = 0x1.62e4p-1f;

  static final float LN2_LOW = (float) (Math.log(2) - 0x1.62e4p-1);

  /** The bits of 1. */
  static final int ONE = Float.floatToRawIntBits(1);

  private Exp32() {}

  /** The inverse of {@code k!}. */
  static float taylor(int k) {
    return (float) Exp64.taylor(k)[k];
  }

  private static final float C2 = taylor(2);
  private static final float C3 = taylor(3);
  private static final float C4 = taylor(4);
  private static final float C5 = taylor(5);
  private static final float C6 = taylor(6);
  private static final float C7 = taylor(7);

  /** {@code e^x}; x above 0 or NaN gives nothing useful. */
  public static float exp(float x) {
    if (x < LOWEST) {
      return 0;
    }
    float shifted = Math.fma(x, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    float square = r * r;
    float low = Math.fma(square, Math.fma(r, C3, C2), r + 1);
    float high = Math.fma(square, Math.fma(r, C7, C6), Math.fma(r, C5, C4));
    float p = Math.fma(square * square, high, low);
    int power = Float.floatToRawIntBits(shifted) << 23;
    return Float.intBitsToFloat(Float.floatToRawIntBits(p) + power);
  }

  /** {@code e^x - 1} without loss near 0; NaN for NaN, nothing useful for x above 0. */
  public static float expMinusOne(float x) {
    if (x < LOWEST) {
      return -1;
    }
    float shifted = Math.fma(x, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    float square = r * r;
    float low = Math.fma(square, Math.fma(r, C4, C3), Math.fma(r, C2, 1));
    float high = Math.fma(square, C7, Math.fma(r, C6, C5));
    float p = Math.fma(square * square, high, low);
    float power = Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + ONE);
    return Math.fma(power, p * r, power - 1);
  }
}
