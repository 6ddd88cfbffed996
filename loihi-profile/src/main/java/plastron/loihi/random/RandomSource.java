package plastron.loihi.random;

/**
 * The random numbers of the engine. Whether calls within one step or epoch share one number, as in
 * Lava's model, or draw anew, as the generators of a core do, is the source's choice.
 */
public interface RandomSource {

  /** Called once at the start of every step. */
  void nextStep();

  /** Called once at the start of every learning epoch's update. */
  void nextEpoch();

  /** For the rounding of a decaying pre trace, in [0, 1). */
  double preDecay();

  /** For the rounding of a decaying post trace, in [0, 1). */
  double postDecay();

  /** For the fraction of a pre impulse at the epoch's end, 0..127. */
  int preImpulse();

  /** For the fraction of a post impulse at the epoch's end, 0..127. */
  int postImpulse();

  /**
   * For the fraction of the impulse of an earlier pre spike in one epoch, 0..127. Lava draws none:
   * its number is 0, which always rounds up.
   */
  int repeatedPreImpulse();

  /** For the fraction of the impulse of an earlier post spike in one epoch, 0..127. */
  int repeatedPostImpulse();

  /** For the rounding of a synaptic variable, in [0, 1). */
  double rounding();

  /**
   * Whether something of this chance happens.
   *
   * @param chance at least 0
   * @param drawn a random number from 0
   * @return 1 if {@code drawn < chance}, else 0; without a branch, which would be mispredicted as
   *     often as the event is unpredictable
   */
  static int happens(double chance, double drawn) {
    // Numbers from 0 have the order of their bits.
    return (int) ((Double.doubleToRawLongBits(drawn) - Double.doubleToRawLongBits(chance)) >>> 63);
  }
}
