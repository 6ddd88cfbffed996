package plastron.core.rows;

/**
 * Synapses whose weights and delays differ, four bytes each: post neuron, number of the weight
 * among levels, and delay share 32 bits. Levels that are a grid take no memory.
 */
final class PackedRows implements IncomingSynapses {

  private final int[] begin;
  private final int[] synapses;
  private final Packing packing;
  private final double least;
  private final double levelStep;

  /** Levels that are no grid. */
  private final double[] table;

  private final int channel;
  private final Arrivals arrivals;

  /**
   * @param begin where the row of each pre neuron begins, and the end of the last
   * @param synapses packed, row by row
   */
  PackedRows(
      int[] begin, int[] synapses, Packing packing, Levels levels, int channel, Arrivals arrivals) {
    this.begin = begin;
    this.synapses = synapses;
    this.packing = packing;
    least = levels.least();
    levelStep = levels.isGrid() ? levels.step() : 0;
    table = levels.isGrid() ? new double[0] : levels.values();
    this.channel = channel;
    this.arrivals = arrivals;
  }

  /**
   * How 32 bits are shared.
   *
   * @param targetBits lowest, the number of the post neuron
   * @param levelBits above them, the number of the weight
   * @param shortest delay, which the highest bits are added to
   */
  record Packing(int targetBits, int levelBits, int shortest) {

    /** The bits that numbers below so many need. */
    private static int bits(int count) {
      return Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
    }

    static Packing of(int targets, int levels, int shortest) {
      return new Packing(bits(targets), bits(levels), shortest);
    }

    /** Whether there is room for delays up to the longest. */
    boolean fits(int longest) {
      return targetBits + levelBits + bits(longest - shortest + 1) <= Integer.SIZE;
    }

    int delay(int packed) {
      int bits = targetBits + levelBits;
      return shortest + (bits == Integer.SIZE ? 0 : packed >>> bits);
    }

    int pack(int target, int level, int delay) {
      // A shift by 32 would be none; where all bits are taken, there is one delay only.
      long packed =
          ((long) (delay - shortest) << (targetBits + levelBits)) | ((long) level << targetBits);
      return (int) packed | target;
    }
  }

  @Override
  public void deliver(long step, int[] spikes, int from, int to) {
    for (int s = from; s < to; s++) {
      if (table.length == 0) {
        addFromGrid(step, begin[spikes[s]], begin[spikes[s] + 1]);
      } else {
        addFromTable(step, begin[spikes[s]], begin[spikes[s] + 1]);
      }
    }
  }

  private void addFromGrid(long step, int from, int to) {
    double[] sums = arrivals.sums();
    int targetBits = packing.targetBits;
    int targetMask = (1 << targetBits) - 1;
    int levelMask = (1 << packing.levelBits) - 1;
    for (int k = from; k < to; k++) {
      int packed = synapses[k];
      int at = arrivals.begin(step + packing.delay(packed), channel);
      sums[at + (packed & targetMask)] += least + levelStep * ((packed >>> targetBits) & levelMask);
    }
  }

  private void addFromTable(long step, int from, int to) {
    double[] sums = arrivals.sums();
    int targetBits = packing.targetBits;
    int targetMask = (1 << targetBits) - 1;
    int levelMask = (1 << packing.levelBits) - 1;
    for (int k = from; k < to; k++) {
      int packed = synapses[k];
      int at = arrivals.begin(step + packing.delay(packed), channel);
      sums[at + (packed & targetMask)] += table[(packed >>> targetBits) & levelMask];
    }
  }

  @Override
  public int degree(int pre) {
    return begin[pre + 1] - begin[pre];
  }

  @Override
  public long size() {
    return synapses.length;
  }

  @Override
  public long bytes() {
    return 4L * (begin.length + synapses.length) + 8L * table.length;
  }
}
