package plastron.core.rows;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.lanes.VectorLanes;
import plastron.core.state.StateVisitor;

/**
 * How many spikes arrive over synapses of the same weight, for the neurons of a block and the steps
 * to come. Counting takes an eighth of the memory of summing, and a block's counts stay in the
 * nearest cache. Owned by one thread.
 */
final class ArrivalCounts {

  /** The greatest count. */
  static final int MOST = Byte.MAX_VALUE;

  private final byte[] counts;
  private final int rowLength;
  private final int mask;
  private final double weight;
  private final int channel;
  private final boolean isFirst;
  private int @Nullable [] beyond;

  /**
   * @param isFirst whether no other counts are of the same channel
   */
  ArrivalCounts(int rowLength, int slots, double weight, int channel, boolean isFirst) {
    this.rowLength = rowLength;
    mask = slots - 1;
    this.weight = weight;
    this.channel = channel;
    this.isFirst = isFirst;
    counts = new byte[Math.multiplyExact(rowLength, slots)];
  }

  /** The counts; those of a step are changed by whoever delivers. None may pass {@link #MOST}. */
  byte[] counts() {
    return counts;
  }

  /**
   * How many spikes may be counted before {@link #spill}, if each counts so often for a neuron; at
   * least 1.
   */
  static int limit(int times) {
    return Math.max(1, MOST / Math.max(1, times));
  }

  int channel() {
    return channel;
  }

  /** Where those of a step begin. */
  int begin(long step) {
    return ((int) step & mask) * rowLength;
  }

  /** Puts the counts of a step aside, so that they start from 0 again. */
  void spill(long step) {
    int[] beyond = this.beyond;
    if (beyond == null) {
      beyond = new int[counts.length];
      this.beyond = beyond;
    }
    int begin = begin(step);
    for (int i = begin; i < begin + rowLength; i++) {
      beyond[i] += counts[i];
    }
    Arrays.fill(counts, begin, begin + rowLength, (byte) 0);
  }

  /** Whether it is the first of its channel. */
  boolean isFirst() {
    return isFirst;
  }

  /**
   * Adds what arrives in a step to sums.
   *
   * @param at where the sums of the channel begin
   * @param from first neuron, a multiple of {@link Lanes#PAD}
   * @param to behind the last, likewise
   */
  void add(long step, double[] sums, int at, int from, int to) {
    int begin = begin(step);
    if (Lanes.VECTORS) {
      Vectors.add(counts, begin, weight, sums, at, from, to);
    } else {
      for (int i = from; i < to; i++) {
        sums[at + i] += weight * counts[begin + i];
      }
    }
    addBeyond(begin, sums, at, from, to);
  }

  /** Lets the sums be what arrives in a step, whatever they are. */
  void set(long step, double[] sums, int at, int from, int to) {
    int begin = begin(step);
    if (Lanes.VECTORS) {
      Vectors.set(counts, begin, weight, sums, at, from, to);
    } else {
      for (int i = from; i < to; i++) {
        sums[at + i] = weight * counts[begin + i];
      }
    }
    addBeyond(begin, sums, at, from, to);
  }

  private void addBeyond(int begin, double[] sums, int at, int from, int to) {
    int[] beyond = this.beyond;
    if (beyond != null) {
      for (int i = from; i < to; i++) {
        sums[at + i] += weight * beyond[begin + i];
      }
    }
  }

  /** Whether what arrives in a step is all in the counts. */
  boolean isWhole() {
    return beyond == null;
  }

  /** Lets what arrives in a step be the counts themselves. */
  void show(long step, Arriving arriving) {
    arriving.counted(counts, begin(step), weight);
  }

  /** Makes room for what arrives when the place of a step in the ring comes round again. */
  void forget(long step, int from, int to) {
    int begin = begin(step);
    Arrays.fill(counts, begin + from, begin + to, (byte) 0);
    int[] beyond = this.beyond;
    if (beyond != null) {
      Arrays.fill(beyond, begin + from, begin + to, 0);
    }
  }

  void state(StateVisitor visitor) {
    visitor.bytes(counts);
    boolean hasMore = visitor.number(beyond == null ? 0 : 1) != 0;
    if (hasMore) {
      int[] more = beyond == null ? new int[counts.length] : beyond;
      visitor.ints(more);
      beyond = more;
    } else {
      beyond = null;
    }
  }

  long bytes() {
    return counts.length + (beyond == null ? 0 : 4L * beyond.length);
  }

  /** The same in vectors. */
  private static final class Vectors {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    private Vectors() {}

    static void add(
        byte[] counts, int begin, double weight, double[] sums, int at, int from, int to) {
      for (int i = from; i < to; i += DOUBLES.length()) {
        DoubleVector.fromArray(DOUBLES, sums, at + i)
            .add(VectorLanes.load(counts, begin, i).mul(weight))
            .intoArray(sums, at + i);
      }
    }

    static void set(
        byte[] counts, int begin, double weight, double[] sums, int at, int from, int to) {
      for (int i = from; i < to; i += DOUBLES.length()) {
        VectorLanes.load(counts, begin, i).mul(weight).intoArray(sums, at + i);
      }
    }
  }
}
