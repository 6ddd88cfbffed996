package plastron.core.encode;

import java.util.random.RandomGenerator;
import plastron.core.spikes.SpikeRaster;

/** Code of some numbers at once, such as an observation, by the neurons of a population. */
public interface PopulationCode {

  /** How many neurons it takes, at least 1. */
  int neurons();

  /**
   * Draws spikes of all neurons, from the first on, in steps {@code from} (inclusive) to {@code to}
   * (exclusive).
   *
   * @param numbers constant over these steps, not modified
   * @param random one number is drawn per neuron and step
   * @param out of at least as many neurons; modified: spikes are added
   * @throws IllegalArgumentException if it is not as many numbers as are encoded, or one is NaN
   */
  void encode(double[] numbers, SpikeRaster out, int from, int to, RandomGenerator random);
}
