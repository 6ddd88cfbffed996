package plastron.export.fidelity;

/**
 * How many episodes each side solves.
 *
 * @param episodes number of episodes, at least 1
 * @param floatCorrect solved by the float model
 * @param chipCorrect solved by the chip
 * @param agreeing episodes with the same verdict on both sides
 */
public record Accuracy(int episodes, int floatCorrect, int chipCorrect, int agreeing) {

  /** Share of episodes the float model solves. */
  public double ofFloat() {
    return (double) floatCorrect / episodes;
  }

  /** Share of episodes the chip solves. */
  public double ofChip() {
    return (double) chipCorrect / episodes;
  }

  /** What the chip loses, in percentage points; negative if it is better. */
  public double lossPoints() {
    return 100 * (ofFloat() - ofChip());
  }
}
