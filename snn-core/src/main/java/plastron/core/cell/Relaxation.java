package plastron.core.cell;

/**
 * {@code (1 - exp(-x)) / x}: what is left of a step of size x of a quantity that relaxes, in units
 * of the step that Euler's method would take.
 */
final class Relaxation {

  /** Up to here the series is exact to about 12 digits. */
  static final double SERIES_END = 0.5;

  /** {@code (-1)^k / (k + 1)!} for k = 9, ..., 0. */
  static final double[] SERIES_OF = coefficients();

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
    if (x > SERIES_END) {
      return -Math.expm1(-x) / x;
    }
    double sum = SERIES_OF[0];
    for (int k = 1; k < SERIES_OF.length; k++) {
      sum = sum * x + SERIES_OF[k];
    }
    return sum;
  }
}
