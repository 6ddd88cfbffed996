package plastron.loihi.arithmetic;

import plastron.core.ledger.Departure;

/**
 * What one spike adds to a trace.
 *
 * @param whole the integer part, at least 0
 * @param fraction the chance of one more, in units of the peer's fraction field
 */
@Departure(
    from = "Lava",
    manner = Departure.Manner.FOLLOWED,
    what =
        "The fraction of an impulse has 8 bits, the random number it is held against 7: "
            + "fractions from a half on always carry.",
    reason = "The vectors have it; nengo-loihi has fractions of 7 bits.",
    test = "VectorsTest.agreesWithTheReference")
public record TraceImpulse(int whole, int fraction) {

  /** No impulse. */
  public static final TraceImpulse NONE = new TraceImpulse(0, 0);

  private static final int LAVA_FRACTION = 256;
  private static final int NENGO_FRACTION = 128;

  /** Lava's split: 8 fraction bits, rounded to the nearest (ties to even). */
  public static TraceImpulse lava(double impulse) {
    double whole = Math.floor(checked(impulse));
    return new TraceImpulse((int) whole, (int) Math.rint((impulse - whole) * LAVA_FRACTION));
  }

  /** The split of nengo-loihi: 7 fraction bits, rounded down. */
  public static TraceImpulse nengo(double impulse) {
    double whole = Math.floor(checked(impulse));
    return new TraceImpulse((int) whole, (int) ((impulse - whole) * NENGO_FRACTION));
  }

  private static double checked(double impulse) {
    if (!(impulse >= 0 && impulse <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "The trace impulse (%s) should be a number from 0.".formatted(impulse));
    }
    return impulse;
  }
}
