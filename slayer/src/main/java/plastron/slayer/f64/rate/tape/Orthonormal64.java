package plastron.slayer.f64.rate.tape;

import java.util.Arrays;

/**
 * The Q of a QR factorisation with a positive diagonal of R, by Gram and Schmidt's method applied
 * twice, and the gradient through it: with {@code M = -adj(Q)^T Q}, {@code adj(U) = (adj(Q) + Q S)
 * R^-T}, where S is the symmetric matrix that has M's lower triangle (Walter and Lehmann 2010).
 */
final class Orthonormal64 {

  private static final double ONE = 1;
  private static final double EPSILON = Math.ulp(ONE);

  private final String name;
  private final Weights64 u;
  final Weights64 q;
  private final double[][] r;
  private final double[][] m;

  Orthonormal64(String name, Weights64 u) {
    this.name = name;
    this.u = u;
    int columns = u.value()[0].length;
    q = new Weights64(u.value().length, columns);
    r = new double[columns][columns];
    m = new double[columns][columns];
  }

  /**
   * Factorises.
   *
   * @throws IllegalArgumentException if the columns depend on each other
   */
  void forward() {
    double[][] a = q.value();
    for (int c = 0; c < r.length; c++) {
      Arrays.fill(r[c], 0);
      double before = 0;
      for (int i = 0; i < a.length; i++) {
        a[i][c] = u.value()[i][c];
        before += a[i][c] * a[i][c];
      }
      // Once leaves errors as large as the columns are parallel; twice is enough.
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < c; k++) {
          double along = columnDot(a, k, a, c);
          r[k][c] += along;
          for (double[] row : a) {
            row[c] -= along * row[k];
          }
        }
      }
      double after = columnDot(a, c, a, c);
      double least = a.length * EPSILON;
      if (!(after > least * least * before)) {
        throw new IllegalArgumentException(
            "Parameter %s must have independent columns; column %d is a combination of those before it."
                .formatted(name, c));
      }
      r[c][c] = (double) Math.sqrt(after);
      for (double[] row : a) {
        row[c] /= r[c][c];
      }
    }
  }

  private static double columnDot(double[][] a, int k, double[][] b, int c) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i][k] * b[i][c];
    }
    return sum;
  }

  /** Adds to U's gradient what Q's makes of it, and clears the latter. */
  void backward() {
    int columns = r.length;
    for (int i = 0; i < columns; i++) {
      for (int k = 0; k <= i; k++) {
        m[i][k] = -columnDot(q.gradient(), i, q.value(), k);
        m[k][i] = m[i][k];
      }
    }
    for (int n = 0; n < u.value().length; n++) {
      double[] g = q.gradient()[n];
      for (int c = columns - 1; c >= 0; c--) {
        double sum = g[c];
        for (int k = 0; k < columns; k++) {
          sum += q.value()[n][k] * m[k][c];
        }
        for (int k = c + 1; k < columns; k++) {
          sum -= g[k] * r[c][k];
        }
        g[c] = sum / r[c][c];
      }
      for (int c = 0; c < columns; c++) {
        u.gradient()[n][c] += g[c];
      }
      Arrays.fill(g, 0);
    }
  }
}
