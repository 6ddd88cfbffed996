package plastron.spinnaker.scale;

import java.util.Arrays;
import plastron.export.calibration.PopulationRanges;

/**
 * What arrives at the neurons in one step.
 *
 * @param columns positive parts of the largest weights towards every neuron, per receptor, sorted
 * @param rate spikes of an input in a step, mean of the examples
 * @param largest largest magnitude of a weight
 * @param mean expected sum at the neuron and receptor with the largest
 * @param burst the most that arrived in one step of the examples if all of it came by the largest
 *     weights
 */
record RingLoad(double[][] columns, double rate, double largest, double mean, double burst) {

  /**
   * The load of a layer.
   *
   * @param weights fixed weights, {@code [nPre][nPost]}, not modified
   * @param plastic largest magnitude of every plastic part, same shape, not modified
   * @param headroom a single weight gets room for this many times its plastic part
   * @param pre how the inputs fire
   */
  static RingLoad of(
      double[][] weights, double[][] plastic, double headroom, PopulationRanges pre) {
    int nPost = weights[0].length;
    double[][] columns = new double[2 * nPost][weights.length];
    double largest = 0;
    double mean = 0;
    double burst = 0;
    for (int c = 0; c < columns.length; c++) {
      double[] column = columns[c];
      int j = c / 2;
      int sign = c % 2 == 0 ? 1 : -1;
      for (int i = 0; i < column.length; i++) {
        column[i] = Math.max(0, sign * weights[i][j] + plastic[i][j]);
        largest = Math.max(largest, sign * weights[i][j] + headroom * plastic[i][j]);
      }
      Arrays.sort(column);
      int together = Math.min(column.length, pre.maxSpikesPerStep());
      mean = Math.max(mean, pre.meanRate() * Arrays.stream(column).sum());
      burst = Math.max(burst, Arrays.stream(column, column.length - together, column.length).sum());
    }
    return new RingLoad(columns, pre.meanRate(), largest, mean, burst);
  }

  /** What a weight of one LSB less than the format's end must hold. */
  double needed() {
    return Math.max(largest + mean, burst / 2);
  }

  /**
   * The smallest k such that fractions of {@code 2^k} hold every weight beside the expected sum,
   * and slots the burst.
   */
  int exponent() {
    return PowerOfTwo.above(needed(), -16, PowerOfTwo.MOST);
  }

  /**
   * Chernoff's bound on the probability that any slot of capacity {@code 2^(exponent + 1)}
   * saturates in a step, inputs firing independently at the mean rate.
   */
  double saturationOdds(int exponent) {
    double capacity = PowerOfTwo.of(exponent + 1);
    double odds = 0;
    for (double[] column : columns) {
      if (Arrays.stream(column).sum() > capacity) {
        odds += chernoff(column, capacity);
      }
    }
    return Math.min(1, odds);
  }

  /** {@code min over s of E exp(s (sum - capacity))}; the logarithm is convex in s. */
  private double chernoff(double[] column, double capacity) {
    double low = 0;
    double high = 100 / column[column.length - 1];
    for (int step = 0; step < 60; step++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (logarithm(column, capacity, left) < logarithm(column, capacity, right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.min(1, Math.exp(logarithm(column, capacity, low)));
  }

  private double logarithm(double[] column, double capacity, double s) {
    double sum = -s * capacity;
    for (double weight : column) {
      sum += Math.log1p(rate * Math.expm1(s * weight));
    }
    return sum;
  }
}
