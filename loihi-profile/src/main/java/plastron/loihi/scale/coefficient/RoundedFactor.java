package plastron.loihi.scale.coefficient;

/**
 * A real factor in the arithmetic of neuron programs, {@code mantissa * 2^-shift}: the one place
 * where such factors are rounded.
 *
 * @param mantissa at most 15 bits beside its sign
 * @param shift to the right; to the left if negative
 */
public record RoundedFactor(int mantissa, int shift) {

  /** Bits of the gains of gathered and written quantities. */
  public static final int NEURON_BITS = 8;

  /** Shifts of 32-bit registers by more than this leave nothing. */
  static final int LARGEST_SHIFT = 31;

  /** The nearest with a mantissa below {@code 2^bits}; 0 if the factor is too small. */
  public static RoundedFactor of(double factor, int bits) {
    return rounded(factor, bits, Math.rint(scaled(factor, bits)));
  }

  /** The next below, for positive factors. */
  public static RoundedFactor below(double factor, int bits) {
    return rounded(factor, bits, Math.floor(scaled(factor, bits)));
  }

  /** The next above, for positive factors. */
  public static RoundedFactor above(double factor, int bits) {
    return rounded(factor, bits, Math.ceil(scaled(factor, bits)));
  }

  private static int shift(double factor, int bits) {
    return Math.min(bits - 1 - Math.getExponent(factor), LARGEST_SHIFT);
  }

  private static double scaled(double factor, int bits) {
    return factor == 0 ? 0 : Math.scalb(factor, shift(factor, bits));
  }

  private static RoundedFactor rounded(double factor, int bits, double mantissa) {
    if (mantissa == 0) {
      return new RoundedFactor(0, 0);
    }
    int shift = shift(factor, bits);
    // What rounds up to the next power of two has one bit too many.
    return Math.abs(mantissa) == 1 << bits
        ? new RoundedFactor((int) (mantissa / 2), shift - 1)
        : new RoundedFactor((int) mantissa, shift);
  }

  /** The factor. */
  public double value() {
    return Math.scalb((double) mantissa, -shift);
  }
}
