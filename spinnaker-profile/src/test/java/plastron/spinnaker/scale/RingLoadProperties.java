package plastron.spinnaker.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.export.calibration.PopulationRanges;

class RingLoadProperties {

  private static final int POST = 3;

  private static double[][] weights(int inputs, SplittableRandom random) {
    double[][] weights = new double[inputs][POST];
    for (double[] row : weights) {
      for (int j = 0; j < POST; j++) {
        row[j] = random.nextDouble(-2, 2);
      }
    }
    return weights;
  }

  /** The bound is the least of all that its parameter gives: a fine grid finds none below. */
  @Property(tries = 100)
  void theBoundOnSaturationIsTheLeast(
      @ForAll @IntRange(min = 1, max = 40) int inputs,
      @ForAll @IntRange(min = 1, max = 900) int perMille,
      @ForAll @IntRange(min = -3, max = 5) int exponent,
      @ForAll long seed) {
    double rate = perMille / 1000.0;
    double[][] weights = weights(inputs, new SplittableRandom(seed));
    PopulationRanges pre = new PopulationRanges("pre", 1, 1, 1, rate, inputs);
    RingLoad load =
        RingLoad.of(List.of(RingLoad.Group.of(weights, new double[inputs][POST], 1, pre)));
    double capacity = Math.scalb(1.0, exponent + 1);
    double least = 0;
    for (int j = 0; j < POST; j++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double sum = 0;
        double largest = 0;
        for (double[] row : weights) {
          double weight = Math.max(0, sign * row[j]);
          sum += weight;
          largest = Math.max(largest, weight);
        }
        double odds = sum > capacity ? 1 : 0;
        for (int k = 1; sum > capacity && k <= 4000; k++) {
          double s = k * 0.025 / largest;
          double logarithm = -s * capacity;
          for (double[] row : weights) {
            double weight = Math.max(0, sign * row[j]);
            logarithm += Math.log1p(rate * Math.expm1(s * weight));
          }
          odds = Math.min(odds, Math.exp(logarithm));
        }
        least += odds;
      }
    }
    assertThat(load.saturationOdds(exponent))
        .isLessThanOrEqualTo(Math.min(1, least) * (1 + 1e-9))
        .isGreaterThanOrEqualTo(Math.min(1, least) * 0.99);
  }
}
