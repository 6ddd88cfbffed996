package plastron.spinnaker.fixed;

import java.util.Arrays;

/**
 * The exponential lookup table of an STDP trace in s4.11, as the host tool chain builds it (section
 * 2 of the SpiNNaker reference data): {@code value[m] = floor(exp(-(m << indexShift) * dt / tau) *
 * 2048)} until the values reach 0.
 */
public final class DecayLookupTable {

  /** The value one in s4.11. */
  public static final int ONE = 2048;

  /** The size is stored in 16 bits; a table of that size is far beyond DTCM. */
  private static final int MAX_SIZE = 0xFFFF;

  private final int indexShift;
  private final int[] values;

  private DecayLookupTable(int indexShift, int[] values) {
    this.indexShift = indexShift;
    this.values = values;
  }

  /**
   * Builds the table.
   *
   * @param timeStepMs length of a step in ms, above 0
   * @param tauMs time constant in ms, above 0
   * @param indexShift log2 of the steps that share one value, 0 to 15
   * @throws IllegalArgumentException if an argument is out of range or the table needs more than
   *     65535 values
   */
  public static DecayLookupTable create(double timeStepMs, double tauMs, int indexShift) {
    if (!(timeStepMs > 0 && tauMs > 0 && Double.isFinite(timeStepMs) && Double.isFinite(tauMs))) {
      throw new IllegalArgumentException(
          "time step (%s ms) and tau (%s ms) must be finite and above 0"
              .formatted(timeStepMs, tauMs));
    }
    if (indexShift < 0 || indexShift > 15) {
      throw new IllegalArgumentException(
          "index shift (%d) must lie within 0 to 15".formatted(indexShift));
    }
    double lambda = timeStepMs / tauMs;
    double entries = Math.log(ONE) / lambda / (1 << indexShift);
    double pairs = Math.floor(entries / 2);
    double size = 2 * (pairs + (entries > 2 * pairs ? 1 : 0));
    if (!(size <= MAX_SIZE)) {
      throw new IllegalArgumentException(
          "a table for tau (%s ms) would hold %s values, at most %d fit. Maybe a larger index shift?"
              .formatted(tauMs, size, MAX_SIZE));
    }
    int[] values = new int[(int) size];
    for (int m = 0; m < values.length; m++) {
      values[m] = (int) Math.floor(Math.exp(-(double) ((long) m << indexShift) * lambda) * ONE);
    }
    return new DecayLookupTable(indexShift, values);
  }

  /**
   * The decay over a time.
   *
   * @param steps at least 0
   * @return s4.11, 0 to 2048; 0 past the end of the table
   */
  public int at(int steps) {
    int index = steps >> indexShift;
    return index < values.length ? values[index] : 0;
  }

  /** Number of values, even. */
  public int size() {
    return values.length;
  }

  /** The values, s4.11; a copy. */
  public int[] values() {
    return values.clone();
  }

  /**
   * The table as 32-bit words: size and shift as two half-words, then the values, low half first,
   * padded with 0.
   */
  public int[] memoryWords() {
    int[] words = new int[1 + (values.length + 1) / 2];
    words[0] = values.length | indexShift << 16;
    int[] padded = Arrays.copyOf(values, 2 * (words.length - 1));
    for (int i = 1; i < words.length; i++) {
      words[i] = padded[2 * i - 2] | padded[2 * i - 1] << 16;
    }
    return words;
  }
}
