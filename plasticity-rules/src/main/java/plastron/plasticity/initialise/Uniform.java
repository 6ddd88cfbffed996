package plastron.plasticity.initialise;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Independent uniform draws.
 *
 * @param low smallest value, finite
 * @param high bound above, finite, at least {@code low}; never drawn unless equal to {@code low}
 */
public record Uniform(double low, double high) implements Initialiser {

  public Uniform {
    if (!Double.isFinite(low) || !Double.isFinite(high) || !(low <= high)) {
      throw new IllegalArgumentException(
          "Uniform draw (%s to %s) needs finite numbers in order.".formatted(low, high));
    }
  }

  /** The uniform draw of this mean and standard deviation. */
  public static Uniform around(double mean, double deviation) {
    double half = Math.sqrt(3) * deviation;
    return new Uniform(mean - half, mean + half);
  }

  @Override
  public double[][] draw(int rows, int columns, RandomGenerator random) {
    double[][] entries = new double[rows][columns];
    for (double[] row : entries) {
      Arrays.setAll(row, i -> low + (high - low) * random.nextDouble());
    }
    return entries;
  }
}
