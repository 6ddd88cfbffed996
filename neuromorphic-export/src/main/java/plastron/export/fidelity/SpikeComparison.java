package plastron.export.fidelity;

import plastron.core.spikes.SpikeRaster;

/** Compares the spikes of one population, episode by episode. Owned by one thread. */
final class SpikeComparison {

  private final String population;
  private long floatSpikes;
  private long chipSpikes;
  private long matched;
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
    floatSpikes += expected.count(0, expected.steps());
    chipSpikes += actual.count(0, actual.steps());
    neuronSteps += (long) expected.steps() * expected.neurons();
    for (int n = 0; n < expected.neurons(); n++) {
      matched += matches(expected, actual, n);
    }
  }

  /** Adds what was compared elsewhere of the same population. */
  void add(SpikeComparison other) {
    identical &= other.identical;
    floatSpikes += other.floatSpikes;
    chipSpikes += other.chipSpikes;
    matched += other.matched;
    neuronSteps += other.neuronSteps;
  }

  /**
   * Two pointers, earliest spikes first: the largest number of pairs that lie at most one step
   * apart.
   */
  private static long matches(SpikeRaster expected, SpikeRaster actual, int neuron) {
    long pairs = 0;
    int e = next(expected, neuron, 0);
    int a = next(actual, neuron, 0);
    while (e < expected.steps() && a < actual.steps()) {
      if (Math.abs(e - a) <= 1) {
        pairs++;
        e = next(expected, neuron, e + 1);
        a = next(actual, neuron, a + 1);
      } else if (e < a) {
        e = next(expected, neuron, e + 1);
      } else {
        a = next(actual, neuron, a + 1);
      }
    }
    return pairs;
  }

  private static int next(SpikeRaster raster, int neuron, int from) {
    int t = from;
    while (t < raster.steps() && !raster.get(t, neuron)) {
      t++;
    }
    return t;
  }

  SpikeAgreement agreement() {
    double size = Math.max(1, neuronSteps);
    return new SpikeAgreement(
        population,
        floatSpikes,
        chipSpikes,
        matched,
        identical,
        floatSpikes / size,
        chipSpikes / size);
  }
}
