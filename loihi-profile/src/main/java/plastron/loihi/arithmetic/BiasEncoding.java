package plastron.loihi.arithmetic;

/**
 * A bias current as the chip stores it, {@code mantissa * 2^exponent}.
 *
 * @param mantissa -4095..4095 (nengo-loihi, BIAS_MAN_MAX; the field is 13 bits with sign)
 * @param exponent 0..7 (3 bits)
 */
public record BiasEncoding(int mantissa, int exponent) {

  /** The largest mantissa. */
  public static final int LARGEST_MANTISSA = 4095;

  /** The largest exponent. */
  public static final int LARGEST_EXPONENT = 7;

  /**
   * The closest encoding with the smallest exponent that holds the bias; ties go to the even
   * mantissa.
   *
   * @param bias at most 4095 * 2^7 = 524160 in magnitude
   */
  public static BiasEncoding of(int bias) {
    int exponent = 0;
    while (Math.abs((long) bias) > (long) LARGEST_MANTISSA << exponent) {
      exponent++;
    }
    if (exponent > LARGEST_EXPONENT) {
      throw new IllegalArgumentException(
          "The bias (%d) should be at most %d in magnitude. Maybe lower the voltage scale."
              .formatted(bias, LARGEST_MANTISSA << LARGEST_EXPONENT));
    }
    return new BiasEncoding((int) Math.rint(Math.scalb((double) bias, -exponent)), exponent);
  }

  /**
   * The current that a mantissa and an exponent stand for; a negative exponent shifts right (lava
   * LIF).
   */
  public static int value(int mantissa, int exponent) {
    return exponent >= 0 ? mantissa << exponent : mantissa >> -exponent;
  }
}
