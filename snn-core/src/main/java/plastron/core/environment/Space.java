package plastron.core.environment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The values that an observation or an action may have: some numbers each. Immutable. */
public sealed interface Space {

  /** How many numbers a value has, at least 1. */
  int size();

  /** Least value of every number, possibly infinite; a copy. */
  double[] low();

  /** Greatest value of every number, possibly infinite; a copy. */
  double[] high();

  /**
   * Whether a value is one of the space; one with other numbers than {@link #size} is not, nor is
   * one with NaN.
   */
  boolean contains(double[] value);

  /** A random value, each as probable as any other where there are bounds. */
  double[] sample(RandomGenerator random);

  /** Numbers between bounds, both included. */
  final class Box implements Space {

    private final double[] low;
    private final double[] high;

    /**
     * @param low least values, copied
     * @param high greatest values, as many, copied
     */
    public Box(double[] low, double[] high) {
      this.low = low.clone();
      this.high = high.clone();
      if (low.length == 0 || low.length != high.length) {
        throw new IllegalArgumentException(
            "Box (%d lower bounds, %d upper ones) needs as many of both, at least one."
                .formatted(low.length, high.length));
      }
      for (int i = 0; i < low.length; i++) {
        if (!(low[i] <= high[i])) {
          throw new IllegalArgumentException(
              "Bounds of number %d (%s to %s) must be a range.".formatted(i, low[i], high[i]));
        }
      }
    }

    @Override
    public int size() {
      return low.length;
    }

    @Override
    public double[] low() {
      return low.clone();
    }

    @Override
    public double[] high() {
      return high.clone();
    }

    @Override
    public boolean contains(double[] value) {
      boolean within = value.length == low.length;
      for (int i = 0; within && i < low.length; i++) {
        within = value[i] >= low[i] && value[i] <= high[i];
      }
      return within;
    }

    /**
     * Uniform between two bounds; above or below a single one by an exponential distribution of
     * mean 1; normal without bounds.
     */
    @Override
    public double[] sample(RandomGenerator random) {
      double[] value = new double[low.length];
      for (int i = 0; i < value.length; i++) {
        value[i] = sample(low[i], high[i], random);
      }
      return value;
    }

    private static double sample(double low, double high, RandomGenerator random) {
      if (Double.isInfinite(low)) {
        return Double.isInfinite(high) ? random.nextGaussian() : high - random.nextExponential();
      }
      return Double.isInfinite(high)
          ? low + random.nextExponential()
          : Math.min(high, low + random.nextDouble() * (high - low));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Box box
          && Arrays.equals(low, box.low)
          && Arrays.equals(high, box.high);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
    }

    @Override
    public String toString() {
      return "numbers from %s to %s".formatted(Arrays.toString(low), Arrays.toString(high));
    }
  }

  /**
   * One of the whole numbers from 0 to {@code count - 1}, such as which of a few things to do.
   *
   * @param count at least 1
   */
  record Discrete(int count) implements Space {
    public Discrete {
      if (count < 1) {
        throw new IllegalArgumentException(
            "Discrete space (%d values) needs at least one.".formatted(count));
      }
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public double[] low() {
      return new double[] {0};
    }

    @Override
    public double[] high() {
      return new double[] {count - 1};
    }

    @Override
    public boolean contains(double[] value) {
      return value.length == 1
          && value[0] == Math.rint(value[0])
          && value[0] >= 0
          && value[0] < count;
    }

    @Override
    public double[] sample(RandomGenerator random) {
      return new double[] {random.nextInt(count)};
    }

    @Override
    public String toString() {
      return "a whole number from 0 to %d".formatted(count - 1);
    }
  }
}
