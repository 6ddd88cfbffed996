package plastron.spinnaker.scale;

import java.util.Arrays;
import java.util.List;
import plastron.export.calibration.PopulationRanges;

/**
 * What arrives at the neurons of a population in one step.
 *
 * @param groups the largest weights of every group of synapses
 * @param largest largest magnitude of a weight
 * @param mean expected sum at the neuron and receptor with the largest
 * @param burst the most that arrived in one step of the examples if all of it came by the largest
 *     weights
 */
record RingLoad(List<Group> groups, double largest, double mean, double burst) {

  /**
   * Synapses from one population.
   *
   * @param columns positive parts of the largest weights towards every neuron, per receptor, sorted
   * @param largest largest magnitude of a weight
   * @param pre how the inputs fire
   */
  record Group(double[][] columns, double largest, PopulationRanges pre) {

    /**
     * The load of one layer.
     *
     * @param weights fixed weights, {@code [nPre][nPost]}, not modified
     * @param plastic largest magnitude of every plastic part, same shape, not modified
     * @param headroom a single weight gets room for this many times its plastic part
     * @param pre how the inputs fire
     */
    static Group of(double[][] weights, double[][] plastic, double headroom, PopulationRanges pre) {
      double[][] columns = new double[2 * weights[0].length][weights.length];
      double largest = 0;
      for (int c = 0; c < columns.length; c++) {
        double[] column = columns[c];
        int j = c / 2;
        int sign = c % 2 == 0 ? 1 : -1;
        for (int i = 0; i < column.length; i++) {
          column[i] = Math.max(0, sign * weights[i][j] + plastic[i][j]);
          largest = Math.max(largest, sign * weights[i][j] + headroom * plastic[i][j]);
        }
        Arrays.sort(column);
      }
      return new Group(columns, largest, pre);
    }

    private double sum(int column) {
      return Arrays.stream(columns[column]).sum();
    }

    private double burst(int column) {
      double[] sorted = columns[column];
      int together = Math.min(sorted.length, pre.maxSpikesPerStep());
      return Arrays.stream(sorted, sorted.length - together, sorted.length).sum();
    }
  }

  /** The load of all groups that lead to the same neurons, at least one. */
  static RingLoad of(List<Group> groups) {
    double mean = 0;
    double burst = 0;
    for (int c = 0; c < groups.getFirst().columns().length; c++) {
      int column = c;
      mean =
          Math.max(
              mean, groups.stream().mapToDouble(g -> g.pre().meanRate() * g.sum(column)).sum());
      burst = Math.max(burst, groups.stream().mapToDouble(g -> g.burst(column)).sum());
    }
    double largest = groups.stream().mapToDouble(Group::largest).max().orElseThrow();
    return new RingLoad(groups, largest, mean, burst);
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
    for (int c = 0; c < groups.getFirst().columns().length && odds < 1; c++) {
      int column = c;
      if (groups.stream().mapToDouble(g -> g.sum(column)).sum() > capacity) {
        odds += chernoff(column, capacity);
      }
    }
    return Math.min(1, odds);
  }

  /**
   * {@code min over s of E exp(s (sum - capacity))}. The logarithm is convex in s: Newton's steps
   * towards where its slope is 0, halving where they lead out of what is known to enclose it.
   */
  private double chernoff(int column, double capacity) {
    double largestWeight = 0;
    for (Group group : groups) {
      double[] sorted = group.columns()[column];
      largestWeight = Math.max(largestWeight, sorted[sorted.length - 1]);
    }
    double low = 0;
    double high = 100 / largestWeight;
    double s = 1 / largestWeight;
    for (int step = 0; step < 60; step++) {
      double slope = -capacity;
      double curvature = 0;
      for (Group group : groups) {
        double rate = group.pre().meanRate();
        for (double weight : group.columns()[column]) {
          double fires = rate * Math.exp(s * weight);
          double share = fires / (1 - rate + fires);
          slope += weight * share;
          curvature += weight * weight * share * (1 - share);
        }
      }
      if (slope < 0) {
        low = s;
      } else {
        high = s;
      }
      double next = s - slope / curvature;
      next = next > low && next < high ? next : (low + high) / 2;
      if (Math.abs(next - s) <= 1e-10 * high) {
        break;
      }
      s = next;
    }
    return Math.min(1, Math.exp(logarithm(column, capacity, s)));
  }

  private double logarithm(int column, double capacity, double s) {
    double sum = -s * capacity;
    for (Group group : groups) {
      for (double weight : group.columns()[column]) {
        sum += Math.log1p(group.pre().meanRate() * Math.expm1(s * weight));
      }
    }
    return sum;
  }
}
