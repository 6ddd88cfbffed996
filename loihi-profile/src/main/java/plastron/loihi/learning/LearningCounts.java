package plastron.loihi.learning;

/**
 * How often a value of the engine did not fit, counted since the engine was made. Owned by one
 * thread.
 */
public final class LearningCounts {

  long traceSaturations;
  long traceFloors;
  long productWraps;
  long productSaturations;
  long accumulatorSaturations;
  long variableSaturations;

  LearningCounts() {}

  /** Traces limited to 127. */
  public long traceSaturations() {
    return traceSaturations;
  }

  /** Negative written traces raised to 0 by a spike; only with signed third factors. */
  public long traceFloors() {
    return traceFloors;
  }

  /** Products or their scaled values that left 32 bits and wrapped. */
  public long productWraps() {
    return productWraps;
  }

  /** Products limited to the accumulator's 16 bits. */
  public long productSaturations() {
    return productSaturations;
  }

  /** Sums limited to the accumulator's 16 bits. */
  public long accumulatorSaturations() {
    return accumulatorSaturations;
  }

  /** Weights, tags and delay variables limited to their range. */
  public long variableSaturations() {
    return variableSaturations;
  }
}
