package plastron.loihi.arithmetic;

/**
 * The memory layout of a synapse list (nengo-loihi, SynapseConfig.bits_per_axon).
 *
 * @param weightBits bits of one weight, at least 0
 * @param delayBits bits of one delay, at least 0
 * @param tagBits bits of one tag, at least 0
 * @param indexBits bits of one target index, at least 0; 0 for a dense list without indices
 * @param chunk the largest number of synapses under one header, at least 1
 */
public record SynapseMemory(int weightBits, int delayBits, int tagBits, int indexBits, int chunk) {

  private static final int HEADER_BITS = 10;
  private static final int WORD_BITS = 64;

  /** Checks the fields. */
  public SynapseMemory {
    if (weightBits < 0 || delayBits < 0 || tagBits < 0 || indexBits < 0 || chunk < 1) {
      throw new IllegalArgumentException(
          "The synapse widths (%d, %d, %d, %d) should not be negative and the chunk (%d) at least 1."
              .formatted(weightBits, delayBits, tagBits, indexBits, chunk));
    }
  }

  /** Bits that the list of one axon takes. */
  public long bitsPerAxon(int synapses) {
    long full = (long) (synapses / chunk) * words(chunk);
    int rest = synapses % chunk;
    return (rest == 0 ? full : full + words(rest)) * WORD_BITS;
  }

  private long words(int synapses) {
    long bits = (long) synapses * (weightBits + delayBits + tagBits + indexBits) + HEADER_BITS;
    return (bits + WORD_BITS - 1) / WORD_BITS;
  }
}
