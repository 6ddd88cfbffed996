package plastron.core.encode;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import plastron.core.check.Require;
import plastron.core.spikes.SpikeRaster;

/**
 * Rate code of numbers by opposed groups: {@code P(spike) = most x / scale} in the positive group
 * and {@code -most x / scale} in the negative one, held within 0 and {@code most}. Neurons are a
 * positive then a negative group of the first number, then of the next, as {@link
 * RateDecoder#opponents} reads them.
 */
public final class SignedRateCode implements PopulationCode {

  private final int groupSize;
  private final double[] scale;
  private final double most;

  /**
   * @param groupSize neurons in a group, at least 1
   * @param scale by number, the magnitude at which a group is busiest, above 0; copied
   * @param most spike probability per step then, from 0 to 1
   */
  public SignedRateCode(int groupSize, double[] scale, double most) {
    this.groupSize = groupSize;
    this.scale = Require.given("Scales of numbers", scale).clone();
    this.most = most;
    if (groupSize < 1 || scale.length == 0 || !(most >= 0 && most <= 1)) {
      throw new IllegalArgumentException(
          "Signed rate code (groups of %d, %d numbers, at most %s) needs at least 1 neuron and number and a probability."
              .formatted(groupSize, scale.length, most));
    }
    Arrays.stream(scale).forEach(s -> Require.positive("Scale of a number", s));
  }

  @Override
  public int neurons() {
    return 2 * groupSize * scale.length;
  }

  @Override
  public void encode(double[] numbers, SpikeRaster out, int from, int to, RandomGenerator random) {
    Numbers.require(numbers, scale.length);
    double[] probability = new double[neurons()];
    for (int j = 0; j < probability.length; j++) {
      int group = j / groupSize;
      double part = numbers[group / 2] / scale[group / 2];
      probability[j] = most * Math.clamp(group % 2 == 0 ? part : -part, 0, 1);
    }
    BernoulliCode.encode(probability, out, 0, from, to, random);
  }
}
