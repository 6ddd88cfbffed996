package plastron.spinnaker.emulator;

/**
 * The static synaptic word {@code weight << 16 | delay | type | index}, the low half packed with
 * widths fixed at run time (sections 4 and 5 of the SpiNNaker reference data; the low half alone is
 * the control word of a plastic synapse).
 *
 * @param indexBits width of the post neuron, at least 0
 * @param typeBits width of the synapse type, at least 0
 * @param delayBits width of the delay in steps, at least 0
 */
public record RowFormat(int indexBits, int typeBits, int delayBits) {

  /**
   * Limit on the sum of the three widths: the ring buffers have to fit 32 KB of DTCM. sPyNNaker
   * 7.1.
   */
  public static final int MAX_BITS = 14;

  /** Checks the widths. */
  public RowFormat {
    if (indexBits < 0
        || typeBits < 0
        || delayBits < 0
        || indexBits + typeBits + delayBits > MAX_BITS) {
      throw new IllegalArgumentException(
          "index, type and delay bits (%d, %d, %d) must not be negative and sum to at most %d. Maybe fewer neurons a core?"
              .formatted(indexBits, typeBits, delayBits, MAX_BITS));
    }
  }

  /** The narrowest format for counts of neurons, types and delay slots, each at least 1. */
  public static RowFormat of(int neurons, int types, int delaySlots) {
    return new RowFormat(bits(neurons), bits(types), bits(delaySlots));
  }

  private static int bits(int count) {
    return count <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(count - 1);
  }

  /**
   * A delay in whole steps, half to even.
   *
   * @throws IllegalArgumentException if the result is not within 0 to 65535
   */
  public static int delaySteps(double delayMs, double timeStepMs) {
    double steps = Math.rint(delayMs / timeStepMs);
    if (!(steps >= 0 && steps <= 0xFFFF)) {
      throw new IllegalArgumentException(
          "delay (%s ms at %s ms a step) must be 0 to 65535 steps".formatted(delayMs, timeStepMs));
    }
    return (int) steps;
  }

  /**
   * The 16-bit control half; throws {@link IllegalArgumentException} if a field does not fit its
   * width.
   */
  public int control(int delay, int type, int index) {
    if (delay >>> delayBits != 0 || type >>> typeBits != 0 || index >>> indexBits != 0) {
      throw new IllegalArgumentException(
          "delay, type and index (%d, %d, %d) must fit %d, %d and %d bits"
              .formatted(delay, type, index, delayBits, typeBits, indexBits));
    }
    return delay << (indexBits + typeBits) | type << indexBits | index;
  }

  /** A static word; throws {@link IllegalArgumentException} if a field does not fit its width. */
  public int word(int weight, int delay, int type, int index) {
    if (weight >>> 16 != 0) {
      throw new IllegalArgumentException(
          "weight (%d) must lie within 0 to 65535".formatted(weight));
    }
    return weight << 16 | control(delay, type, index);
  }

  /** The raw weight of a static word, 0 to 65535. */
  public int weight(int word) {
    return word >>> 16;
  }

  /** The delay of a word, in steps. */
  public int delay(int word) {
    return (word & 0xFFFF) >>> (indexBits + typeBits) & (1 << delayBits) - 1;
  }

  /** The synapse type of a word. */
  public int type(int word) {
    return word >>> indexBits & (1 << typeBits) - 1;
  }

  /** The post neuron of a word. */
  public int index(int word) {
    return word & (1 << indexBits) - 1;
  }

  /**
   * Delivers a static row.
   *
   * @param words the row's static words, not modified
   * @param time the step in which the row is processed
   * @param ring buffers of this format, modified
   */
  public void deliver(int[] words, int time, RingBuffers ring) {
    for (int word : words) {
      ring.add(time, delay(word), type(word), index(word), weight(word));
    }
  }
}
