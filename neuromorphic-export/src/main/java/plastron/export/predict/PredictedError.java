package plastron.export.predict;

/**
 * What is predicted of a layer.
 *
 * @param stated the error that can be stated as long as rounding errors do not grow by themselves
 * @param telling how many of the examples changed a synapse: others say nothing about errors
 * @param amplification the most that a difference of the traces of a post neuron grew to within an
 *     example, as a multiple of itself, at rates {@link #BUSIER} times those of calibration; at
 *     most about 1 for a rule that forgets or keeps
 * @param spread the largest magnitude that {@code alpha.E} reached in any example, as a multiple of
 *     what it reached in the median of the examples
 * @param strain the error that is predicted for inputs busier than the examples, with half of the
 *     spikes of another one beside their own, as a multiple of the stated one
 * @param free share of the nonzero values of {@code alpha.E} in all examples that were short of the
 *     largest that their synapse ever had, in [0, 1]
 */
public record PredictedError(
    StatedError stated,
    int telling,
    double amplification,
    double spread,
    double strain,
    double free) {

  /**
   * Fresh inputs may be busier than all examples, and a rule that only just forgets at the rates of
   * those does not at higher ones.
   */
  public static final double BUSIER = 1.25;

  /**
   * What a statement may be made of: beyond it, errors of fresh inputs follow from nothing seen.
   */
  private static final double LARGEST_AMPLIFICATION = 5;

  /** Where one example goes that far beyond most, others may go far beyond it. */
  public static final double LARGEST_SPREAD = 8;

  /** Busier inputs may be off by this many times what is stated; more is another cause. */
  public static final double LARGEST_STRAIN = 4;

  /** Where hardly a value is short of the rule's own bound, there is nothing to measure. */
  public static final double LEAST_FREE = 0.01;

  /** Of fewer, the worst says little about the worst of all. */
  public static final int FEWEST_EXAMPLES = 8;

  /** Whether enough was seen to say something about other inputs. */
  public boolean isSeen() {
    return telling >= FEWEST_EXAMPLES;
  }

  /** Whether errors do not grow by themselves. */
  public boolean isStable() {
    return isStable(amplification);
  }

  /** Whether errors that grow to this multiple of themselves do not grow by themselves. */
  static boolean isStable(double amplification) {
    return amplification <= LARGEST_AMPLIFICATION;
  }

  /** Whether the examples are alike enough to say something about others. */
  public boolean isTypical() {
    return spread <= LARGEST_SPREAD;
  }

  /** Whether nothing new comes in at inputs that are somewhat busier than the examples. */
  public boolean hasRoom() {
    return strain <= LARGEST_STRAIN;
  }

  /** Whether errors were seen that no bound of the rule itself cuts off. */
  public boolean isFree() {
    return free >= LEAST_FREE;
  }
}
