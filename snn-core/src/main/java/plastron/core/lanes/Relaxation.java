package plastron.core.lanes;

import jdk.incubator.vector.DoubleVector;

/**
 * {@code (1 - exp(-x)) / x}: what is left of a step of size x of a quantity that relaxes, in units
 * of the step that Euler's method would take.
 */
public final class Relaxation {

  /** Up to here a polynomial is off by at most 1e-10. */
  public static final double POLYNOMIAL_END = 0.5;

  /** Coefficients from the sixth power on down: 1 at 0, and right at six Chebyshev nodes. */
  private static final double[] POLYNOMIAL = {
    0.00016480967334469576,
    -0.001370618729063327,
    0.008328671793039656,
    -0.04166612494795605,
    0.16666664354395397,
    -0.49999999983955146,
    1
  };

  private Relaxation() {}

  /** x at least 0. */
  public static double of(double x) {
    if (x > POLYNOMIAL_END) {
      return -Math.expm1(-x) / x;
    }
    double sum = POLYNOMIAL[0];
    for (int k = 1; k < POLYNOMIAL.length; k++) {
      sum = Math.fma(sum, x, POLYNOMIAL[k]);
    }
    return sum;
  }

  /** The polynomial in vectors, with the same bits. */
  public static final class InVectors {
    private static final DoubleVector C0 = coefficient(0);
    private static final DoubleVector C1 = coefficient(1);
    private static final DoubleVector C2 = coefficient(2);
    private static final DoubleVector C3 = coefficient(3);
    private static final DoubleVector C4 = coefficient(4);
    private static final DoubleVector C5 = coefficient(5);
    private static final DoubleVector C6 = coefficient(6);

    private InVectors() {}

    private static DoubleVector coefficient(int k) {
      return DoubleVector.broadcast(VectorLanes.SPECIES, POLYNOMIAL[k]);
    }

    /** x from 0 to {@link #POLYNOMIAL_END}. */
    public static DoubleVector of(DoubleVector x) {
      return C0.fma(x, C1).fma(x, C2).fma(x, C3).fma(x, C4).fma(x, C5).fma(x, C6);
    }
  }
}
