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
   * @param columns the largest weights towards every neuron, per receptor, as far as they are
   *     positive, sorted
   * @param sums of the columns
   * @param largest largest magnitude of a weight
   * @param pre how the inputs fire
   */
  record Group(double[][] columns, double[] sums, double largest, PopulationRanges pre) {

    /**
     * The load of one layer.
     *
     * @param weights fixed weights, {@code [nPre][nPost]}, not modified
     * @param plastic largest magnitude of every plastic part, same shape, not modified
     * @param headroom a single weight gets room for this many times its plastic part
     * @param pre how the inputs fire
     */
    static Group of(double[][] weights, double[][] plastic, double headroom, PopulationRanges pre) {
      double[][] columns = new double[2 * weights[0].length][];
      double[] sums = new double[columns.length];
      double[] column = new double[weights.length];
      double largest = 0;
      for (int c = 0; c < columns.length; c++) {
        int j = c / 2;
        int sign = c % 2 == 0 ? 1 : -1;
        int positive = 0;
        for (int i = 0; i < weights.length; i++) {
          double weight = sign * weights[i][j] + plastic[i][j];
          if (weight > 0) {
            column[positive++] = weight;
          }
          largest = Math.max(largest, sign * weights[i][j] + headroom * plastic[i][j]);
        }
        columns[c] = Arrays.copyOf(column, positive);
        Arrays.sort(columns[c]);
        sums[c] = Arrays.stream(columns[c]).sum();
      }
      return new Group(columns, sums, largest, pre);
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
              mean, groups.stream().mapToDouble(g -> g.pre().meanRate() * g.sums()[column]).sum());
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
    double s = 1 / largest;
    for (int c = 0; c < groups.getFirst().columns().length && odds < 1; c++) {
      int column = c;
      if (groups.stream().mapToDouble(g -> g.sums()[column]).sum() > capacity) {
        // Neighbours are much alike: one's parameter is close to the next one's.
        s = leastAt(column, capacity, s);
        odds += Math.min(1, Math.exp(logarithm(column, capacity, s)));
      }
    }
    return Math.min(1, odds);
  }

  /**
   * The s at which {@code E exp(s (sum - capacity))} is least. The logarithm is convex in s:
   * Newton's steps towards where its slope is 0, halving where they lead out of what is known to
   * enclose it.
   */
  private double leastAt(int column, double capacity, double start) {
    double largestWeight = 0;
    for (Group group : groups) {
      double[] sorted = group.columns()[column];
      largestWeight = Math.max(largestWeight, sorted.length == 0 ? 0 : sorted[sorted.length - 1]);
    }
    double low = 0;
    double high = 100 / largestWeight;
    double s = start < high ? start : 1 / largestWeight;
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
      // The next step would be the square of this one, and the logarithm is flat there.
      boolean there = Math.abs(next - s) <= 1e-7 * high;
      s = next;
      if (there) {
        break;
      }
    }
    return s;
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
