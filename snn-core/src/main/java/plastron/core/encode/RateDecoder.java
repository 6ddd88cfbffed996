package plastron.core.encode;

import plastron.core.spikes.SpikeRaster;

/** Reads rates: mean numbers of spikes per neuron and step. */
public final class RateDecoder {

  private RateDecoder() {}

  /**
   * Rate of each neuron over steps {@code from} (inclusive) to {@code to} (exclusive), in [0, 1].
   */
  public static double[] rates(SpikeRaster raster, int from, int to) {
    requireSteps(from, to);
    double[] rates = new double[raster.neurons()];
    int[] spikes = new int[raster.neurons()];
    for (int t = from; t < to; t++) {
      int count = raster.spikes(t, spikes);
      for (int k = 0; k < count; k++) {
        rates[spikes[k]]++;
      }
    }
    for (int i = 0; i < rates.length; i++) {
      rates[i] /= to - from;
    }
    return rates;
  }

  /**
   * Numbers coded by opposed groups: {@code gain / (n T) (spikes of the positive group - spikes of
   * the negative group)}. Neurons are {@code n} positive then {@code n} negative ones of the first
   * number, then of the next.
   *
   * @param groupSize {@code n}, at least 1; twice this divides the number of neurons
   * @param gain the number that only the positive group spiking in every step stands for
   */
  public static double[] opponents(
      SpikeRaster raster, int groupSize, double gain, int from, int to) {
    if (groupSize < 1 || raster.neurons() % (2 * groupSize) != 0) {
      throw new IllegalArgumentException(
          "Group size (%d) must be at least 1, and twice it must divide the number of neurons (%d)."
              .formatted(groupSize, raster.neurons()));
    }
    double[] rates = rates(raster, from, to);
    double[] numbers = new double[raster.neurons() / (2 * groupSize)];
    for (int i = 0; i < rates.length; i++) {
      int group = i / groupSize;
      numbers[group / 2] += (group % 2 == 0 ? gain : -gain) * rates[i] / groupSize;
    }
    return numbers;
  }

  static void requireSteps(int from, int to) {
    if (to <= from) {
      throw new IllegalArgumentException(
          "Steps (%d to %d) to decode must be at least one.".formatted(from, to));
    }
  }
}
