package plastron.plasticity.f64.kernel;

/** Loops that say what is computed. */
public final class PlainKernels64 implements Kernels64 {

  /** How many partial sums a sum along rows is formed in. */
  public static final int PARTIAL_SUMS = 16;

  @Override
  public String description() {
    return "plain loops";
  }

  @Override
  public void scale(double[] out, double k) {
    for (int i = 0; i < out.length; i++) {
      out[i] *= k;
    }
  }

  @Override
  public void add(double[] out, double[] a) {
    for (int i = 0; i < out.length; i++) {
      out[i] += a[i];
    }
  }

  @Override
  public void add(double[] out, double k, double[] a) {
    for (int i = 0; i < out.length; i++) {
      out[i] += k * a[i];
    }
  }

  @Override
  public void gather(double[][] out, int count, double[][] rows, int[] which, int[] begin) {
    for (int n = 0; n < count; n++) {
      double[] sum = new double[out[n].length];
      for (int k = begin[n]; k < begin[n + 1]; k++) {
        add(sum, rows[which[k]]);
      }
      if (begin[n] < begin[n + 1]) {
        add(out[n], sum);
      }
    }
  }

  @Override
  public void setRowsAndGather(
      double[][] out, double[] k, double[] a, double[][] rows, int[] which, int[] begin) {
    setRows(out, k, a);
    for (int j = 0; j < k.length; j++) {
      for (int n = begin[j]; n < begin[j + 1]; n++) {
        add(out[j], rows[which[n]]);
      }
    }
  }

  @Override
  public void setRows(double[][] rows, double[] k, double[] a) {
    for (int j = 0; j < k.length; j++) {
      for (int i = 0; i < a.length; i++) {
        rows[j][i] = k[j] * a[i];
      }
    }
  }

  @Override
  public void addWeightedRows(double[] out, double[] k, double[][] rows) {
    for (int j = 0; j < k.length; j++) {
      if (k[j] != 0) {
        add(out, k[j], rows[j]);
      }
    }
  }

  @Override
  public void addToRows(double[][] rows, double[] k, double[] a) {
    for (int j = 0; j < k.length; j++) {
      if (k[j] != 0) {
        add(rows[j], k[j], a);
      }
    }
  }

  @Override
  public void addDots(double[] out, double[][] rows, double[] a) {
    for (int j = 0; j < out.length; j++) {
      out[j] += dot(rows[j], a);
    }
  }

  @Override
  public double dot(double[] a, double[] b) {
    return dot(a, b, a.length);
  }

  /** The same for the first {@code n} entries. */
  public static double dot(double[] a, double[] b, int n) {
    double[] partial = new double[PARTIAL_SUMS];
    for (int i = 0; i < n; i++) {
      partial[i % PARTIAL_SUMS] += a[i] * b[i];
    }
    return fold(partial);
  }

  /** Adds partial sum i + 8 to i, then i + 4, i + 2, i + 1. */
  public static double fold(double[] partial) {
    double[] sum = partial.clone();
    for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        sum[i] += sum[i + half];
      }
    }
    return sum[0];
  }
}
