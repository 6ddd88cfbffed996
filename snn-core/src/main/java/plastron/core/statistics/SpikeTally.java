package plastron.core.statistics;

import java.util.Arrays;
import plastron.core.state.StateVisitor;

/**
 * Takes in the spikes of a population one by one and keeps what {@link SpikeStatistics} need of
 * them: some numbers a neuron, and a count for every millisecond.
 */
public final class SpikeTally {

  private static final int FEWEST = 6;

  private final long from;
  private final long to;
  private final double dtMs;
  private final int[] count;
  private final long[] last;
  private final double[] sum;
  private final double[] squares;
  private final int[] in1Ms;
  private final int[] in3Ms;

  /**
   * @param neurons of the population
   * @param from counts spikes behind this step
   * @param to counts spikes up to this step, at least {@code from}
   * @param dtMs step, ms
   */
  public SpikeTally(int neurons, long from, long to, double dtMs) {
    this.from = from;
    this.to = to;
    this.dtMs = dtMs;
    count = new int[neurons];
    last = new long[neurons];
    sum = new double[neurons];
    squares = new double[neurons];
    in1Ms = new int[bins(1)];
    in3Ms = new int[bins(3)];
  }

  private double windowMs() {
    return (to - from) * dtMs;
  }

  private int bins(int ms) {
    return (int) Math.floor(windowMs() / ms + 1e-9);
  }

  /** Takes in a spike; those of a neuron in ascending order. */
  public void add(long step, int neuron) {
    if (step <= from || step > to) {
      return;
    }
    if (count[neuron]++ > 0) {
      double interval = step - last[neuron];
      sum[neuron] += interval;
      squares[neuron] += interval * interval;
    }
    last[neuron] = step;
    // A spike at the end of a bin's last step belongs to the bin.
    double ms = (step - from - 0.5) * dtMs;
    count(in1Ms, (int) ms);
    count(in3Ms, (int) (ms / 3));
  }

  /** What lies behind the last whole bin is in none. */
  private static void count(int[] bins, int bin) {
    if (bin < bins.length) {
      bins[bin]++;
    }
  }

  /** Shows what was taken in. */
  public void state(StateVisitor visitor) {
    visitor.ints(count);
    visitor.longs(last);
    visitor.doubles(sum);
    visitor.doubles(squares);
    visitor.ints(in1Ms);
    visitor.ints(in3Ms);
  }

  /** How many spikes each neuron has sent within the window, a new array. */
  public int[] counts() {
    return count.clone();
  }

  /** The statistics of what was taken in. */
  public SpikeStatistics statistics() {
    double[] rates = Arrays.stream(count).mapToDouble(c -> c / windowMs() * 1000).toArray();
    double mean = Arrays.stream(rates).average().orElse(0);
    double[] cvs = cvs();
    double cv = Arrays.stream(cvs).average().orElse(Double.NaN);
    return new SpikeStatistics(
        count.length,
        mean,
        deviation(rates, mean),
        Arrays.stream(count).filter(c -> c == 0).count() / (double) count.length,
        cv,
        deviation(cvs, cv),
        cvs.length,
        fano(in1Ms),
        fano(in3Ms));
  }

  /** Of the neurons that have enough spikes. */
  private double[] cvs() {
    double[] cvs = new double[count.length];
    int regular = 0;
    for (int i = 0; i < count.length; i++) {
      if (count[i] >= FEWEST) {
        int n = count[i] - 1;
        double variance = (squares[i] - sum[i] * sum[i] / n) / (n - 1);
        cvs[regular++] = Math.sqrt(Math.max(0, variance)) / (sum[i] / n);
      }
    }
    return Arrays.copyOf(cvs, regular);
  }

  private static double deviation(double[] values, double mean) {
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN));
  }

  private static double fano(int[] counts) {
    double mean = Arrays.stream(counts).average().orElse(Double.NaN);
    double variance =
        Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).average().orElse(0);
    return variance / mean;
  }
}
