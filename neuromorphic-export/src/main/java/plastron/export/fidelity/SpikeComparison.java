package plastron.export.fidelity;

import java.util.Arrays;
import plastron.core.spikes.SpikeRaster;

/** Compares the spikes of one population, episode by episode. Owned by one thread. */
final class SpikeComparison {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final String population;
  private long[] floatCounts = {};
  private long[] chipCounts = {};
  private long matched;
  private long matchedByChance;
  private long neuronSteps;
  private boolean identical = true;

  SpikeComparison(String population) {
    this.population = population;
  }

  void add(SpikeRaster expected, SpikeRaster actual) {
    if (expected.steps() != actual.steps() || expected.neurons() != actual.neurons()) {
      throw new IllegalArgumentException(
          "Spikes of population %s (%s) cannot be compared with (%s)."
              .formatted(population, expected, actual));
    }
    identical &= expected.equals(actual);
    neuronSteps += (long) expected.steps() * expected.neurons();
    holdCounts(expected.neurons());
    for (int n = 0; n < expected.neurons(); n++) {
      int[] times = times(expected, n);
      int[] others = times(actual, n);
      floatCounts[n] += times.length;
      chipCounts[n] += others.length;
      matched += matches(times, others);
      matchedByChance += matches(times, moved(others, n, expected.steps()));
    }
  }

  /** Adds what was compared elsewhere of the same population. */
  void add(SpikeComparison other) {
    identical &= other.identical;
    matched += other.matched;
    matchedByChance += other.matchedByChance;
    neuronSteps += other.neuronSteps;
    holdCounts(other.floatCounts.length);
    for (int n = 0; n < other.floatCounts.length; n++) {
      floatCounts[n] += other.floatCounts[n];
      chipCounts[n] += other.chipCounts[n];
    }
  }

  private void holdCounts(int neurons) {
    floatCounts = Arrays.copyOf(floatCounts, Math.max(neurons, floatCounts.length));
    chipCounts = Arrays.copyOf(chipCounts, Math.max(neurons, chipCounts.length));
  }

  private static int[] times(SpikeRaster raster, int neuron) {
    int[] times = new int[raster.steps()];
    int count = 0;
    for (int t = 0; t < raster.steps(); t++) {
      if (raster.get(t, neuron)) {
        times[count++] = t;
      }
    }
    return Arrays.copyOf(times, count);
  }

  /** Around the end of the episode, by a quarter to three quarters, every neuron by its own. */
  private static int[] moved(int[] times, int neuron, int steps) {
    double part = 0.25 + 0.5 * ((neuron + 1) * GOLDEN % 1);
    int by = (int) Math.max(1, Math.round(part * steps));
    int[] moved = Arrays.stream(times).map(t -> (t + by) % steps).toArray();
    Arrays.sort(moved);
    return moved;
  }

  /**
   * Two pointers, earliest spikes first: the largest number of pairs that lie at most one step
   * apart.
   */
  private static long matches(int[] expected, int[] actual) {
    long pairs = 0;
    int e = 0;
    int a = 0;
    while (e < expected.length && a < actual.length) {
      int apart = expected[e] - actual[a];
      pairs += Math.abs(apart) <= 1 ? 1 : 0;
      e += apart <= 1 ? 1 : 0;
      a += apart >= -1 ? 1 : 0;
    }
    return pairs;
  }

  SpikeAgreement agreement() {
    double size = Math.max(1, neuronSteps);
    long floatSpikes = Arrays.stream(floatCounts).sum();
    long chipSpikes = Arrays.stream(chipCounts).sum();
    return new SpikeAgreement(
        population,
        floatSpikes,
        chipSpikes,
        matched,
        matchedByChance,
        identical,
        floatSpikes / size,
        chipSpikes / size,
        rateError());
  }

  private double rateError() {
    double apart = 0;
    double all = 0;
    for (int n = 0; n < floatCounts.length; n++) {
      double difference = chipCounts[n] - floatCounts[n];
      apart += difference * difference;
      all += (double) floatCounts[n] * floatCounts[n];
    }
    return apart == 0 ? 0 : Math.sqrt(apart / all);
  }
}
