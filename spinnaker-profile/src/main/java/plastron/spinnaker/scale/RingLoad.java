package plastron.spinnaker.scale;

import java.util.Arrays;
import plastron.export.calibration.PopulationRanges;

/**
 * What arrives at the neurons in one step.
 *
 * @param largest largest magnitude of a weight
 * @param mean expected sum at the neuron and receptor with the largest
 * @param variance of that sum, inputs firing independently
 * @param burst the most that arrived in one step of the examples if all of it came by the largest weights
 */
record RingLoad(double largest, double mean, double variance, double burst) {

  /**
   * The load of a layer.
   *
   * @param weights fixed weights, {@code [nPre][nPost]}, not modified
   * @param plastic largest magnitude of every plastic part, same shape, not modified
   * @param pre how the inputs fire
   */
  static RingLoad of(double[][] weights, double[][] plastic, PopulationRanges pre) {
    int nPost = weights[0].length;
    double largest = 0;
    double mean = 0;
    double variance = 0;
    double burst = 0;
    for (int sign = -1; sign <= 1; sign += 2) {
      for (int j = 0; j < nPost; j++) {
        double[] column = new double[weights.length];
        for (int i = 0; i < column.length; i++) {
          column[i] = Math.max(0, sign * weights[i][j] + plastic[i][j]);
        }
        Arrays.sort(column);
        double sum = Arrays.stream(column).sum();
        double squares = Arrays.stream(column).map(w -> w * w).sum();
        double most = 0;
        for (int k = 0; k < Math.min(column.length, pre.maxSpikesPerStep()); k++) {
          most += column[column.length - 1 - k];
        }
        largest = Math.max(largest, column[column.length - 1]);
        burst = Math.max(burst, most);
        mean = Math.max(mean, pre.meanRate() * sum);
        variance = Math.max(variance, pre.meanRate() * (1 - pre.meanRate()) * squares);
      }
    }
    return new RingLoad(largest, mean, variance, burst);
  }

  /** The smallest k such that fractions of {@code 2^k} hold every weight beside the expected sum, and slots the burst. */
  int exponent() {
    return PowerOfTwo.above(Math.max(largest + mean, burst / 2), -16, 15);
  }

  /** Bernstein's bound on the probability that a slot of capacity {@code 2^(exponent + 1)} saturates in a step. */
  double saturationOdds(int exponent) {
    double distance = PowerOfTwo.of(exponent + 1) - mean;
    if (distance <= 0) {
      return 1;
    }
    double spread = 2 * (variance + largest * distance / 3);
    return spread == 0 ? 0 : Math.exp(-distance * distance / spread);
  }
}
