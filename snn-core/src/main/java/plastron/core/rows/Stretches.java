package plastron.core.rows;

import java.util.Arrays;

/** Rows of synapses, sorted by delay and cut into stretches of the same. */
public final class Stretches {

  private final int shortest;
  private final int[] count;
  private final int[] rowBegin;
  private final char[] target;
  private final char[] code;
  private final int[] delays;
  private final double[] levels;
  private final int channel;
  private final int[] stretch;
  private int[] begin = new int[16];
  private int[] delay = new int[16];
  private int stretches;

  /**
   * @param rowBegin where the row of each pre neuron begins, and the end of the last
   * @param target post neurons; sorted
   * @param code numbers of weights; sorted likewise
   * @param levels the weights that they number
   * @param channel that receives them
   * @param delays steps; not to be used any more
   */
  Stretches(
      int shortest,
      int longest,
      int[] rowBegin,
      char[] target,
      char[] code,
      double[] levels,
      int channel,
      int[] delays) {
    this.shortest = shortest;
    this.rowBegin = rowBegin;
    this.target = target;
    this.code = code;
    this.levels = levels;
    this.channel = channel;
    this.delays = delays;
    count = new int[longest - shortest + 2];
    stretch = new int[rowBegin.length];
    sort();
  }

  /** For each pre neuron the number of its first stretch, and that behind the last. */
  public int[] stretch() {
    return stretch;
  }

  /** Where each stretch begins, and the end of the last. */
  public int[] begin() {
    return begin;
  }

  /** The delay of each stretch, steps. */
  public int[] delay() {
    return delay;
  }

  /** The post neuron of each synapse, within the block. */
  public char[] target() {
    return target;
  }

  /** The number of the weight of each synapse among {@link #levels}. */
  public char[] code() {
    return code;
  }

  /** All weights there are. */
  public double[] levels() {
    return levels;
  }

  /** The weight of each synapse; a new array. */
  public double[] weights() {
    double[] weights = new double[code.length];
    Arrays.setAll(weights, k -> levels[code[k]]);
    return weights;
  }

  /** The channel that receives them. */
  public int channel() {
    return channel;
  }

  private void sort() {
    for (int j = 0; j + 1 < rowBegin.length; j++) {
      sort(rowBegin[j], rowBegin[j + 1]);
      stretch[j + 1] = stretches;
    }
    begin = Arrays.copyOf(begin, stretches + 1);
    begin[stretches] = target.length;
    delay = Arrays.copyOf(delay, stretches);
  }

  /** A stable counting sort of one row. */
  private void sort(int from, int to) {
    Arrays.fill(count, 0);
    for (int k = from; k < to; k++) {
      count[delays[k] - shortest + 1]++;
    }
    for (int d = 0; d + 1 < count.length; d++) {
      if (count[d + 1] > 0) {
        add(from + count[d], shortest + d);
      }
      count[d + 1] += count[d];
    }
    char[] targets = Arrays.copyOfRange(target, from, to);
    char[] codes = Arrays.copyOfRange(code, from, to);
    for (int k = from; k < to; k++) {
      int place = from + count[delays[k] - shortest]++;
      target[place] = targets[k - from];
      code[place] = codes[k - from];
    }
  }

  private void add(int at, int steps) {
    if (stretches == delay.length) {
      delay = Arrays.copyOf(delay, stretches * 2);
      begin = Arrays.copyOf(begin, stretches * 2);
    }
    begin[stretches] = at;
    delay[stretches++] = steps;
  }
}
