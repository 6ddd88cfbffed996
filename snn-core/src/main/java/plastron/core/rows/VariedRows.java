package plastron.core.rows;

/**
 * Synapses whose weights and delays differ. A row is cut into stretches of the same delay; a weight
 * is the number of a level, 16 bits.
 */
final class VariedRows implements IncomingSynapses {

  private final int[] stretch;
  private final int[] begin;
  private final int[] delay;
  private final char[] target;
  private final char[] code;
  private final double[] levels;
  private final int channel;
  private final Arrivals arrivals;

  VariedRows(Stretches rows, Arrivals arrivals) {
    this.arrivals = arrivals;
    stretch = rows.stretch();
    begin = rows.begin();
    delay = rows.delay();
    target = rows.target();
    code = rows.code();
    levels = rows.levels();
    channel = rows.channel();
  }

  @Override
  public void deliver(long step, int[] spikes, int from, int to) {
    double[] sums = arrivals.sums();
    for (int s = from; s < to; s++) {
      for (int r = stretch[spikes[s]]; r < stretch[spikes[s] + 1]; r++) {
        add(sums, arrivals.begin(step + delay[r], channel), begin[r], begin[r + 1]);
      }
    }
  }

  private void add(double[] sums, int at, int from, int to) {
    char[] target = this.target;
    char[] code = this.code;
    double[] levels = this.levels;
    for (int k = from; k < to; k++) {
      sums[at + target[k]] += levels[code[k]];
    }
  }

  @Override
  public int degree(int pre) {
    return begin[stretch[pre + 1]] - begin[stretch[pre]];
  }

  @Override
  public long size() {
    return target.length;
  }

  @Override
  public long bytes() {
    return 4L * (stretch.length + begin.length + delay.length)
        + 2L * (target.length + code.length)
        + 8L * levels.length;
  }
}
