package plastron.slayer.f64.rate;

import plastron.plasticity.f64.Kernels64;

/**
 * Adds products of columns and rows over the steps of a chunk, last step first: the gradient of a
 * matrix. Row by row of the matrix, so that its entries stay in registers over all steps.
 */
final class OuterSum64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private double[] factors = new double[0];
  private double[][] rows = new double[0][];

  /** {@code sum_ji += left[t][j] right[t][i]}. */
  void add(double[][] sum, double[][] left, double[][] right, int from, int to) {
    int steps = to - from;
    if (steps == 1) {
      KERNELS.addToRows(sum, left[from], right[from]);
      return;
    }
    if (rows.length != steps) {
      factors = new double[steps];
      rows = new double[steps][];
    }
    for (int k = 0; k < steps; k++) {
      rows[k] = right[to - 1 - k];
    }
    for (int j = 0; j < sum.length; j++) {
      for (int k = 0; k < steps; k++) {
        factors[k] = left[to - 1 - k][j];
      }
      KERNELS.addWeightedRows(sum[j], factors, rows);
    }
  }
}
