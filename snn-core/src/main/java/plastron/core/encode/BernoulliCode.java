package plastron.core.encode;

import java.util.random.RandomGenerator;
import plastron.core.spikes.SpikeRaster;

/** Rate code: in every step each neuron spikes with its probability, independently of all else. */
public final class BernoulliCode {

  private BernoulliCode() {}

  /**
   * Draws spikes in steps {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @param probability per step, for neurons {@code firstNeuron, firstNeuron + 1, ...}; values
   *     outside [0, 1] act as the nearest bound; not modified
   * @param random one number is drawn per neuron and step, steps outermost
   * @param out modified: spikes are added
   */
  public static void encode(
      double[] probability,
      SpikeRaster out,
      int firstNeuron,
      int from,
      int to,
      RandomGenerator random) {
    for (int t = from; t < to; t++) {
      for (int j = 0; j < probability.length; j++) {
        if (random.nextDouble() < probability[j]) {
          out.set(t, firstNeuron + j);
        }
      }
    }
  }

  /**
   * The probability that a Poisson process has at least one event in a step, {@code 1 - exp(-rate
   * dt)}.
   *
   * @param rateHz events per second, at least 0
   * @param stepMs length of a step in milliseconds, above 0
   */
  public static double poisson(double rateHz, double stepMs) {
    if (!(rateHz >= 0) || !(stepMs > 0)) {
      throw new IllegalArgumentException(
          "Poisson rate (%s Hz, step %s ms) needs a rate of at least 0 and a step above 0."
              .formatted(rateHz, stepMs));
    }
    return -Math.expm1(-rateHz * stepMs / 1000);
  }
}
