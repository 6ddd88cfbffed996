package plastron.core.rows;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import plastron.core.lanes.Lanes;

/**
 * Dense synapses of the same weight and delay: a bit for every pair of neurons, and counters that
 * take a word of bits at a time. What goes from one neuron to another a second time has no bit.
 */
final class BitRows implements IncomingSynapses {

  private final int words;
  private final long[] bits;
  private final int delay;
  private final ArrivalCounts counts;
  private final long size;
  private int counted;

  /**
   * @param bits for each pre neuron {@code words} words, post neuron i at bit {@code i % 64} of
   *     word {@code i / 64}
   */
  BitRows(int words, long[] bits, int delay, ArrivalCounts counts) {
    this.words = words;
    this.bits = bits;
    this.delay = delay;
    this.counts = counts;
    long size = 0;
    for (long word : bits) {
      size += Long.bitCount(word);
    }
    this.size = size;
  }

  /** Words of a row for so many post neurons. */
  static int words(int neurons) {
    return Math.ceilDiv(neurons, Long.SIZE);
  }

  @Override
  public void deliver(long step, int[] spikes, int from, int to) {
    int at = counts.begin(step + delay);
    for (int s = from; s < to; s++) {
      if (counted == ArrivalCounts.limit(1)) {
        counts.spill(step + delay);
        counted = 0;
      }
      counted++;
      if (Lanes.VECTORS) {
        Vectors.count(bits, spikes[s] * words, words, counts.counts(), at);
      } else {
        count(spikes[s] * words, at);
      }
    }
  }

  private void count(int row, int at) {
    byte[] counts = this.counts.counts();
    for (int w = 0; w < words; w++) {
      for (long left = bits[row + w]; left != 0; left &= left - 1) {
        counts[at + w * Long.SIZE + Long.numberOfTrailingZeros(left)]++;
      }
    }
  }

  @Override
  public void endOfStep(long step) {
    counted = 0;
  }

  @Override
  public int degree(int pre) {
    int count = 0;
    for (int w = pre * words; w < (pre + 1) * words; w++) {
      count += Long.bitCount(bits[w]);
    }
    return count;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long bytes() {
    return 8L * bits.length;
  }

  /** The same in vectors. */
  private static final class Vectors {
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
    private static final int LENGTH = BYTES.length();

    private Vectors() {}

    static void count(long[] bits, int row, int words, byte[] counts, int at) {
      for (int w = 0; w < words; w++) {
        long word = bits[row + w];
        for (int b = 0; b < Long.SIZE; b += LENGTH) {
          int place = at + w * Long.SIZE + b;
          ByteVector.fromArray(BYTES, counts, place)
              .add((byte) 1, VectorMask.fromLong(BYTES, word >>> b))
              .intoArray(counts, place);
        }
      }
    }
  }
}
