package plastron.slayer.f64.rate.operation;

import plastron.plasticity.f64.kernel.Kernels64;
import plastron.slayer.f64.rate.tape.Weights64;

/**
 * A matrix that multiplies rows, forwards and backwards, with its gradient. It is kept by rows and
 * by columns: sums over rows that lie side by side are several times as fast as sums along a row,
 * and inputs that are 0 cost nothing.
 */
final class Multiplier64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  /** Results that are shorter than any vector of the machine are sums along rows after all. */
  private static final int NARROW = 4;

  private final Weights64 weights;
  private final double[][] across;
  private final boolean transposed;
  private double[] factors = new double[0];
  private double[][] rows = new double[0][];

  /**
   * @param transposed whether the transpose multiplies
   */
  Multiplier64(Weights64 weights, boolean transposed) {
    this.weights = weights;
    this.transposed = transposed;
    across = new double[weights.value()[0].length][weights.value().length];
  }

  /** The matrix has changed. */
  public void prepare() {
    double[][] value = weights.value();
    for (int r = 0; r < value.length; r++) {
      for (int c = 0; c < across.length; c++) {
        across[c][r] = value[r][c];
      }
    }
  }

  /** {@code y += matrix x}. */
  void multiply(double[] y, double[] x) {
    if (transposed) {
      add(y, across, weights.value(), x);
    } else {
      add(y, weights.value(), across, x);
    }
  }

  /** {@code dx += matrix^T dy}. */
  void multiplyAdjoint(double[] dx, double[] dy) {
    if (transposed) {
      add(dx, weights.value(), across, dy);
    } else {
      add(dx, across, weights.value(), dy);
    }
  }

  private static void add(double[] sum, double[][] bySum, double[][] byFactor, double[] factor) {
    if (sum.length < NARROW) {
      KERNELS.addDots(sum, bySum, factor);
    } else {
      KERNELS.addWeightedRows(sum, factor, byFactor);
    }
  }

  /**
   * Adds {@code dy[t] x[t]^T} to the gradient, last step first. Row by row, so that sums stay in
   * registers over all steps.
   */
  void addGradient(double[][] dy, double[][] x, int from, int to) {
    double[][] left = transposed ? x : dy;
    double[][] right = transposed ? dy : x;
    double[][] gradient = weights.gradient();
    int steps = to - from;
    if (steps == 1) {
      KERNELS.addToRows(gradient, left[from], right[from]);
      return;
    }
    if (rows.length != steps) {
      factors = new double[steps];
      rows = new double[steps][];
    }
    for (int k = 0; k < steps; k++) {
      rows[k] = right[to - 1 - k];
    }
    for (int j = 0; j < gradient.length; j++) {
      for (int k = 0; k < steps; k++) {
        factors[k] = left[to - 1 - k][j];
      }
      KERNELS.addWeightedRows(gradient[j], factors, rows);
    }
  }
}
