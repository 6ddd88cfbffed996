package plastron.core.encode;

import java.util.random.RandomGenerator;
import plastron.core.spikes.SpikeRaster;

/**
 * Code of one of a few things, counted from 0: each has a group of neurons, which spike while it is
 * there.
 *
 * @param count things, at least 1
 * @param groupSize neurons of each, at least 1
 * @param probability that one of them spikes in a step, from 0 to 1
 */
public record CategoryCode(int count, int groupSize, double probability) implements PopulationCode {

  public CategoryCode {
    if (count < 1 || groupSize < 1 || !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "Category code (%d things, groups of %d, probability %s) needs at least 1 of both and a probability."
              .formatted(count, groupSize, probability));
    }
  }

  @Override
  public int neurons() {
    return count * groupSize;
  }

  @Override
  public void encode(double[] numbers, SpikeRaster out, int from, int to, RandomGenerator random) {
    Numbers.require(numbers, 1);
    double[] spiking = new double[neurons()];
    for (int j = 0; j < spiking.length; j++) {
      int group = j / groupSize;
      spiking[j] = group == numbers[0] ? probability : 0;
    }
    BernoulliCode.encode(spiking, out, 0, from, to, random);
  }
}
