package plastron.core.rows;

/** Synapses that all have the same weight and delay: no memory but their post neurons. */
final class UniformRows implements IncomingSynapses {

  private final int[] begin;
  private final char[] target;
  private final int delay;
  private final ArrivalCounts counts;
  private final int times;
  private int counted;

  /**
   * @param begin where the row of each pre neuron begins, and the end of the last
   * @param target post neurons, row by row, the same next to each other
   */
  UniformRows(int[] begin, char[] target, int delay, ArrivalCounts counts) {
    this.begin = begin;
    this.target = target;
    this.delay = delay;
    this.counts = counts;
    times = times();
  }

  /** How often a neuron reaches the same one at most. */
  private int times() {
    int most = 1;
    for (int j = 0; j + 1 < begin.length; j++) {
      int times = 1;
      for (int k = begin[j] + 1; k < begin[j + 1]; k++) {
        times = target[k] == target[k - 1] ? times + 1 : 1;
        most = Math.max(most, times);
      }
    }
    return most;
  }

  @Override
  public void deliver(long step, int[] spikes, int from, int to) {
    byte[] sums = counts.counts();
    int at = counts.begin(step + delay);
    int limit = ArrivalCounts.limit(times);
    for (int s = from; s < to; s++) {
      if (counted == limit) {
        counts.spill(step + delay);
        counted = 0;
      }
      counted++;
      int end = begin[spikes[s] + 1];
      int k = begin[spikes[s]];
      // A neuron that is reached more often than a counter counts gets its spikes in pieces.
      for (; times > ArrivalCounts.MOST && k + ArrivalCounts.MOST < end; k += ArrivalCounts.MOST) {
        count(sums, at, target, k, k + ArrivalCounts.MOST);
        counts.spill(step + delay);
      }
      count(sums, at, target, k, end);
    }
  }

  private static void count(byte[] counts, int at, char[] target, int from, int to) {
    for (int k = from; k < to; k++) {
      counts[at + target[k]]++;
    }
  }

  @Override
  public void endOfStep(long step) {
    counted = 0;
  }

  @Override
  public int degree(int pre) {
    return begin[pre + 1] - begin[pre];
  }

  @Override
  public long size() {
    return target.length;
  }

  @Override
  public long bytes() {
    return 4L * begin.length + 2L * target.length;
  }
}
