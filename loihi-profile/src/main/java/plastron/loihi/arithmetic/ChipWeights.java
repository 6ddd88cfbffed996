package plastron.loihi.arithmetic;

import plastron.core.ledger.Departure;

/** What one synapse adds to the current register as nengo-loihi computes it. */
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

  private static final int UNIT_BITS = 6;

  private ChipWeights() {}

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
