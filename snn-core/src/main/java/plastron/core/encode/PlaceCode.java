package plastron.core.encode;

import java.util.random.RandomGenerator;
import plastron.core.spikes.SpikeRaster;

/**
 * Place code of one number by neurons with evenly spaced centres: {@code P(spike of j) = max(floor,
 * exp(-(x - c_j)^2 / (2 sigma^2)))} in every step. The floor is built-in noise. After the
 * description in SpikePropamine, section on locomotion; the shape is ours.
 *
 * @param neurons number of neurons, at least 2; the first has its centre at {@code low}, the last
 *     at {@code high}
 * @param low lower end of the range; smaller numbers are encoded as this one
 * @param high upper end of the range, above {@code low}
 * @param sigma width of a neuron's response, above 0, in the unit of the number
 * @param floor smallest spike probability per step, in [0, 1)
 */
public record PlaceCode(int neurons, double low, double high, double sigma, double floor) {

  /** Grid points of the decoder from one centre to the next. */
  private static final int DECODER_RESOLUTION = 16;

  public PlaceCode {
    if (neurons < 2 || !(high > low) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException(
          "Place code (%d neurons from %s to %s) needs at least 2 neurons and a rising range."
              .formatted(neurons, low, high));
    }
    if (!(sigma > 0) || !(floor >= 0 && floor < 1)) {
      throw new IllegalArgumentException(
          "Place code (sigma %s, floor %s) needs a sigma above 0 and a floor in [0, 1)."
              .formatted(sigma, floor));
    }
  }

  /** A code whose width is the spacing of its centres. */
  public static PlaceCode evenly(int neurons, double low, double high, double floor) {
    return new PlaceCode(neurons, low, high, (high - low) / (neurons - 1), floor);
  }

  /** The number that neuron {@code j} prefers. */
  public double centre(int j) {
    return low + (high - low) * j / (neurons - 1);
  }

  /** Probability that neuron {@code j} spikes in a step in which the number is {@code x}. */
  public double probability(int j, double x) {
    double distance = (Math.clamp(x, low, high) - centre(j)) / sigma;
    return Math.max(floor, Math.exp(-distance * distance / 2));
  }

  /**
   * Draws spikes in steps {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @param x the number, constant over these steps; not NaN
   * @param random one number is drawn per neuron and step
   * @param out modified: spikes are added to neurons {@code firstNeuron} to {@code firstNeuron +
   *     neurons - 1}
   */
  public void encode(
      double x, SpikeRaster out, int firstNeuron, int from, int to, RandomGenerator random) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("Number to encode (NaN) must be a number.");
    }
    double[] probability = new double[neurons];
    for (int j = 0; j < neurons; j++) {
      probability[j] = probability(j, x);
    }
    BernoulliCode.encode(probability, out, firstNeuron, from, to, random);
  }

  /**
   * The number most likely to have produced the spikes of steps {@code from} (inclusive) to {@code
   * to} (exclusive), on a grid of 16 points per spacing of the centres; the smallest of several.
   */
  public double decode(SpikeRaster raster, int firstNeuron, int from, int to) {
    int[] count = new int[neurons];
    for (int j = 0; j < neurons; j++) {
      count[j] = raster.count(firstNeuron + j, from, to);
    }
    int points = (neurons - 1) * DECODER_RESOLUTION;
    double best = low;
    double bestLikelihood = Double.NEGATIVE_INFINITY;
    for (int g = 0; g <= points; g++) {
      double x = low + (high - low) * g / points;
      double likelihood = logLikelihood(x, count, to - from);
      if (likelihood > bestLikelihood) {
        best = x;
        bestLikelihood = likelihood;
      }
    }
    return best;
  }

  private double logLikelihood(double x, int[] count, int steps) {
    double sum = 0;
    for (int j = 0; j < neurons; j++) {
      // Kept off 0 and 1, so that one impossible spike does not rule out every number.
      double p = Math.clamp(probability(j, x), 1e-6, 1 - 1e-6);
      sum += count[j] * Math.log(p) + (steps - count[j]) * Math.log1p(-p);
    }
    return sum;
  }
}
