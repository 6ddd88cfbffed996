package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@code (1 - exp(-x)) / x}: what is left of a step of size x of a quantity that relaxes, in units of
 * the step that Euler's method would take.
 */
final class Relaxation {

  /** Up to here the series is exact to about 12 digits. */
  private static final double SERIES = 0.5;

  /** {@code (-1)^k / (k + 1)!} for k = 9, ..., 0. */
  private static final double[] COEFFICIENTS = coefficients();

  private Relaxation() {}

  private static double[] coefficients() {
    double[] all = new double[10];
    double factorial = 1;
    for (int k = 0; k < all.length; k++) {
      factorial *= k + 1;
      all[all.length - 1 - k] = (k % 2 == 0 ? 1 : -1) / factorial;
    }
    return all;
  }

  /** x at least 0. */
  static double of(double x) {
    if (x > SERIES) {
      return -Math.expm1(-x) / x;
    }
    double sum = COEFFICIENTS[0];
    for (int k = 1; k < COEFFICIENTS.length; k++) {
      sum = sum * x + COEFFICIENTS[k];
    }
    return sum;
  }

  /** The same for vectors, with the same bits. */
  static final class Vectors {
    private Vectors() {}

  static DoubleVector of(DoubleVector x) {
    DoubleVector sum =
        x.mul(COEFFICIENTS[0])
            .add(COEFFICIENTS[1])
            .mul(x)
            .add(COEFFICIENTS[2])
            .mul(x)
            .add(COEFFICIENTS[3])
            .mul(x)
            .add(COEFFICIENTS[4])
            .mul(x)
            .add(COEFFICIENTS[5])
            .mul(x)
            .add(COEFFICIENTS[6])
            .mul(x)
            .add(COEFFICIENTS[7])
            .mul(x)
            .add(COEFFICIENTS[8])
            .mul(x)
            .add(COEFFICIENTS[9]);
    return x.compare(VectorOperators.GT, SERIES).anyTrue() ? oneByOne(x) : sum;
  }

  private static DoubleVector oneByOne(DoubleVector x) {
    double[] all = x.toArray();
    for (int i = 0; i < all.length; i++) {
      all[i] = Relaxation.of(all[i]);
    }
    return VectorLanes.load(all, 0);
  }
  }
}
