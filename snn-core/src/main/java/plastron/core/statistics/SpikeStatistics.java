package plastron.core.statistics;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Statistics of the spikes of a population within a window.
 *
 * @param neurons of the population
 * @param meanRateHz spikes per neuron and second
 * @param sdRateHz standard deviation of the rates of single neurons (divided by their number),
 *     silent ones included
 * @param silent share of neurons without a spike
 * @param cvMean mean over neurons with at least 6 spikes of the coefficient of variation of their
 *     inter-spike intervals (standard deviation, divided by the number less 1, over mean); NaN if
 *     there are none
 * @param cvSd standard deviation of it
 * @param cvNeurons how many neurons that are
 * @param fano1Ms variance over mean of the number of spikes of the population in bins of 1 ms, from
 *     the start of the window
 * @param fano3Ms the same in bins of 3 ms
 */
public record SpikeStatistics(
    int neurons,
    double meanRateHz,
    double sdRateHz,
    double silent,
    double cvMean,
    double cvSd,
    int cvNeurons,
    double fano1Ms,
    double fano3Ms) {

  private static final int FEWEST = 6;

  /**
   * @param neurons of the population
   * @param spikes how many there are
   * @param step of each; those of a neuron ascending
   * @param neuron of each
   * @param from spikes behind this step count
   * @param to up to this step
   * @param dtMs step, ms
   */
  public static SpikeStatistics of(
      int neurons,
      int spikes,
      IntToLongFunction step,
      IntUnaryOperator neuron,
      long from,
      long to,
      double dtMs) {
    double windowMs = (to - from) * dtMs;
    int[] count = new int[neurons];
    long[] last = new long[neurons];
    double[] sum = new double[neurons];
    double[] squares = new double[neurons];
    int bins1 = (int) Math.floor(windowMs + 1e-9);
    int bins3 = (int) Math.floor(windowMs / 3 + 1e-9);
    int[] in1 = new int[bins1 + 1];
    int[] in3 = new int[bins3 + 1];
    for (int k = 0; k < spikes; k++) {
      long t = step.applyAsLong(k);
      if (t <= from || t > to) {
        continue;
      }
      int i = neuron.applyAsInt(k);
      if (count[i]++ > 0) {
        double interval = t - last[i];
        sum[i] += interval;
        squares[i] += interval * interval;
      }
      last[i] = t;
      // A spike at the end of a bin's last step belongs to the bin.
      double ms = (t - from - 0.5) * dtMs;
      in1[Math.min(bins1, (int) ms)]++;
      in3[Math.min(bins3, (int) (ms / 3))]++;
    }
    double[] rates = Arrays.stream(count).mapToDouble(c -> c / windowMs * 1000).toArray();
    double mean = Arrays.stream(rates).average().orElse(0);
    double[] cvs = new double[neurons];
    int regular = 0;
    for (int i = 0; i < neurons; i++) {
      if (count[i] >= FEWEST) {
        int n = count[i] - 1;
        double variance = (squares[i] - sum[i] * sum[i] / n) / (n - 1);
        cvs[regular++] = Math.sqrt(Math.max(0, variance)) / (sum[i] / n);
      }
    }
    cvs = Arrays.copyOf(cvs, regular);
    double cv = Arrays.stream(cvs).average().orElse(Double.NaN);
    return new SpikeStatistics(
        neurons,
        mean,
        deviation(rates, mean),
        Arrays.stream(count).filter(c -> c == 0).count() / (double) neurons,
        cv,
        deviation(cvs, cv),
        regular,
        fano(Arrays.copyOf(in1, bins1)),
        fano(Arrays.copyOf(in3, bins3)));
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
