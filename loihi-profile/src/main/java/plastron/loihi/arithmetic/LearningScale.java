package plastron.loihi.arithmetic;

import plastron.core.ledger.Departure;

/**
 * By how many bits the learning engine scales a product of traces down. The two public models
 * disagree by one bit.
 */
@Departure(
    from = "nengo-loihi",
    what =
        "Learning scales products as if a mantissa had 3 bits; here it has 4, as in Lava: "
            + "a factor of 2.",
    reason =
        "No public source settles it; both numbers are constants, and both are compared "
            + "with their simulator.",
    test = "VectorsTest.agreesWithTheReference")
public final class LearningScale {

  /**
   * Width of the learning accumulator without sign (lava W_ACCUMULATOR_U, nengo-loihi LEARN_BITS).
   */
  public static final int ACCUMULATOR_BITS = 15;

  /** Fraction bits of the accumulator below the weight's least bit (nengo-loihi LEARN_FRAC). */
  public static final int FRACTION_BITS = 7;

  /** Mantissa bits that lava counts (W_S_MANT). */
  public static final int MANTISSA_BITS_LAVA = 4;

  /** Mantissa bits that nengo-loihi counts (learn_overflow_bits). */
  public static final int MANTISSA_BITS_NENGO = 3;

  /** Width of a trace. */
  public static final int TRACE_BITS = 7;

  private LearningScale() {}

  /**
   * Bits by which a product of traces overflows the accumulator, negative if it does not
   * (nengo-loihi).
   */
  public static int overflowBitsNengo(int traces) {
    return TRACE_BITS * traces + MANTISSA_BITS_NENGO - ACCUMULATOR_BITS;
  }

  /**
   * The right shift of a product in lava.
   *
   * @param factorBits the sum of the factors' widths
   */
  public static int shiftLava(int factorBits) {
    return Math.max(0, factorBits + MANTISSA_BITS_LAVA - ACCUMULATOR_BITS);
  }
}
