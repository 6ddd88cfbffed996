package plastron.export.predict;

/**
 * What is predicted of a layer.
 *
 * @param stated the error that can be stated as long as rounding errors do not grow by themselves
 * @param amplification the most that a difference of the traces of a post neuron grew to within an
 *     example, as a multiple of itself, at rates {@link #BUSIER} times those of calibration; at
 *     most about 1 for a rule that forgets or keeps
 */
public record PredictedError(StatedError stated, double amplification) {

  /**
   * Fresh inputs may be busier than all examples, and a rule that only just forgets at the rates of
   * those does not at higher ones.
   */
  public static final double BUSIER = 1.25;

  /**
   * What a statement may be made of: beyond it, errors of fresh inputs follow from nothing seen.
   */
  private static final double LARGEST_AMPLIFICATION = 5;

  /** Whether errors do not grow by themselves. */
  public boolean isStable() {
    return amplification <= LARGEST_AMPLIFICATION;
  }
}
