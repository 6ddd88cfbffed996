package plastron.loihi.arithmetic;

import plastron.core.ledger.Departure;

/**
 * What one synapse adds to the current register, as the two models that scale each weight by itself
 * compute it.
 */
@Departure(
    from = "Brian2Loihi",
    what =
        "Weights are cut towards zero and each is shifted alone; the emulator floors them "
            + "and shifts the sum, as Lava does.",
    reason =
        "Images hold weights that are cut already; the other arithmetic is there for "
            + "conformance.",
    test = "ExhaustiveWeightsTest.aSynapseAddsWhatBrian2LoihiComputes")
@Departure(
    from = "nengo-loihi",
    what =
        "Weights are rounded to nearest before they are cut; here the compiler rounds and "
            + "the emulator floors.",
    reason =
        "The simulators round differently, so that images hold weights that all of them "
            + "leave as they are.",
    test = "ExhaustiveWeightsTest.storedWeightsAreClippedAndLoseTheirLowBits")
public final class ChipWeights {

  /** The largest contribution of one synapse (brian2_loihi; 21 bits and sign). */
  public static final int LARGEST = (1 << 21) - 64;

  private static final int UNIT_BITS = 6;

  private ChipWeights() {}

  /**
   * Brian2Loihi: truncated towards zero to the precision, scaled, floored to a multiple of 64,
   * clipped.
   *
   * @param weight in the range of the format's sign mode
   * @param exponent the weight exponent, -8..7
   */
  public static int brian2Loihi(int weight, int exponent, LoihiWeightFormat format) {
    int precision = 1 << format.droppedBits();
    long kept = (long) (weight / precision) * precision;
    long scaled = exponent >= 0 ? kept << exponent : kept >> -exponent;
    return (int) Math.clamp(scaled << UNIT_BITS, (long) -LARGEST, (long) LARGEST);
  }

  /**
   * nengo-loihi (discretize_weights with its lossy shift): rounded to the nearest, limited, and
   * rounded again where a negative exponent drops bits.
   *
   * @param weight a real weight in -255..255
   * @param exponent the weight exponent, -7..7
   */
  public static int nengo(double weight, int exponent, LoihiWeightFormat format) {
    int shift = format.droppedBits();
    double limit = (1 << (8 - shift)) - 1;
    double stored = Math.clamp(Math.rint(Math.scalb(weight, -shift)), -limit, limit);
    int left = shift + exponent;
    if (left < 0) {
      stored = Math.clamp(Math.scalb(Math.rint(Math.scalb(stored, left)), -left), -limit, limit);
    }
    int kept = (int) stored;
    return (left < 0 ? kept >> -left : kept << left) << UNIT_BITS;
  }
}
