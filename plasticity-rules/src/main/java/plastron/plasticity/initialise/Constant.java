package plastron.plasticity.initialise;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The same number everywhere.
 *
 * @param value finite
 */
public record Constant(double value) implements Initialiser {

  public Constant {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "Initial value (%s) must be a finite number.".formatted(value));
    }
  }

  @Override
  public double[][] draw(int rows, int columns, RandomGenerator random) {
    double[][] entries = new double[rows][columns];
    for (double[] row : entries) {
      Arrays.fill(row, value);
    }
    return entries;
  }
}
