package plastron.plasticity.initialise;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Independent normal draws.
 *
 * @param mean finite
 * @param deviation standard deviation, finite, at least 0
 */
public record Normal(double mean, double deviation) implements Initialiser {

  public Normal {
    if (!Double.isFinite(mean) || !(deviation >= 0) || Double.isInfinite(deviation)) {
      throw new IllegalArgumentException(
          "Normal draw (mean %s, deviation %s) needs finite numbers and a deviation of at least 0."
              .formatted(mean, deviation));
    }
  }

  @Override
  public double[][] draw(int rows, int columns, RandomGenerator random) {
    double[][] entries = new double[rows][columns];
    for (double[] row : entries) {
      Arrays.setAll(row, i -> mean + deviation * random.nextGaussian());
    }
    return entries;
  }
}
