package plastron.loihi.random;

/**
 * Replays the numbers that another simulator drew: five for every step and one for every epoch,
 * each serving all neurons and synapses.
 */
public final class RecordedRandom implements RandomSource {

  /**
   * The numbers of one step.
   *
   * @param repeatedPostImpulse 0..127
   * @param preDecay in [0, 1)
   * @param preImpulse 0..127
   * @param postDecay in [0, 1)
   * @param postImpulse 0..127
   */
  public record Step(
      int repeatedPostImpulse,
      double preDecay,
      int preImpulse,
      double postDecay,
      int postImpulse) {}

  private final Step[] steps;
  private final double[] epochs;
  private int step = -1;
  private int epoch = -1;

  /**
   * A replay from the start.
   *
   * @param steps the numbers of the steps, in order, not modified
   * @param epochs the rounding numbers of the epochs, in order, not modified
   */
  public RecordedRandom(Step[] steps, double[] epochs) {
    this.steps = steps.clone();
    this.epochs = epochs.clone();
  }

  @Override
  public void nextStep() {
    step++;
  }

  @Override
  public void nextEpoch() {
    epoch++;
  }

  @Override
  public double preDecay() {
    return steps[step].preDecay();
  }

  @Override
  public double postDecay() {
    return steps[step].postDecay();
  }

  @Override
  public int preImpulse() {
    return steps[step].preImpulse();
  }

  @Override
  public int postImpulse() {
    return steps[step].postImpulse();
  }

  @Override
  public int repeatedPreImpulse() {
    return 0;
  }

  @Override
  public int repeatedPostImpulse() {
    return steps[step].repeatedPostImpulse();
  }

  @Override
  public double rounding() {
    return epochs[epoch];
  }
}
