package plastron.loihi.learning;

/**
 * How often a value of the engine did not fit, counted since the engine was made. Owned by one
 * thread.
 */
public final class LearningCounts {

  long traceSaturations;
  long traceTops;
  long traceFloors;
  long productWraps;
  long productSaturations;
  long accumulatorSaturations;
  long accumulatorBounds;
  long variableSaturations;
  long variableBounds;

  LearningCounts() {}

  /** An accumulator was limited. */
  void limited(boolean bounded) {
    if (bounded) {
      accumulatorBounds++;
    } else {
      accumulatorSaturations++;
    }
  }

  /** Traces limited to 127 that stand for a rate below one there. */
  public long traceSaturations() {
    return traceSaturations;
  }

  /** Traces limited to 127 although a spike in every step fits: their random rounding. */
  public long traceTops() {
    return traceTops;
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

  /** Sums limited to the accumulator's 16 bits, of synapses that are not bounded. */
  public long accumulatorSaturations() {
    return accumulatorSaturations;
  }

  /** As {@link #accumulatorSaturations} of bounded synapses, see {@link LearningEngine#bounded}. */
  public long accumulatorBounds() {
    return accumulatorBounds;
  }

  /** Weights, tags and delay variables limited to their range, of synapses not bounded. */
  public long variableSaturations() {
    return variableSaturations;
  }

  /** Weights of bounded synapses limited to their range, see {@link LearningEngine#bounded}. */
  public long variableBounds() {
    return variableBounds;
  }
}
