package plastron.plasticity.f64;

/**
 * Loops over one row of synapses, the whole hot arithmetic of rules. Every loop starts at index 0
 * and has one output, so that the compiler vectorises it; none changes the order of operations of
 * an entry.
 */
public final class RowKernels64 {

  private RowKernels64() {}

  /** {@code out = k}. */
  static void set(double[] out, double k) {
    for (int i = 0; i < out.length; i++) {
      out[i] = k;
    }
  }

  /** {@code out += k}. */
  static void add(double[] out, double k) {
    for (int i = 0; i < out.length; i++) {
      out[i] += k;
    }
  }

  /** {@code out = k.a}. */
  static void set(double[] out, double k, double[] a) {
    for (int i = 0; i < out.length; i++) {
      out[i] = k * a[i];
    }
  }

  /** {@code out += k.a}. */
  public static void add(double[] out, double k, double[] a) {
    for (int i = 0; i < out.length; i++) {
      out[i] += k * a[i];
    }
  }

  /** {@code out = (k.a).b}. */
  static void set(double[] out, double k, double[] a, double[] b) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (k * a[i]) * b[i];
    }
  }

  /** {@code out += (k.a).b}. */
  static void add(double[] out, double k, double[] a, double[] b) {
    for (int i = 0; i < out.length; i++) {
      out[i] += (k * a[i]) * b[i];
    }
  }

  /** {@code out += a}. */
  public static void add(double[] out, double[] a) {
    for (int i = 0; i < out.length; i++) {
      out[i] += a[i];
    }
  }

  /** {@code out *= a}. */
  static void multiply(double[] out, double[] a) {
    for (int i = 0; i < out.length; i++) {
      out[i] *= a[i];
    }
  }

  /** {@code out *= k}. */
  public static void scale(double[] out, double k) {
    for (int i = 0; i < out.length; i++) {
      out[i] *= k;
    }
  }

  /** Clips every entry to {@code [low, high]}. */
  static void clip(double[] out, double low, double high) {
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.min(Math.max(out[i], low), high);
    }
  }

  /** {@code out = adjoint} where {@code raw} lies within {@code [low, high]}, else 0. */
  static void passWithin(double[] out, double[] adjoint, double[] raw, double low, double high) {
    for (int i = 0; i < out.length; i++) {
      out[i] = raw[i] >= low && raw[i] <= high ? adjoint[i] : 0;
    }
  }

  /** The sum of products of two rows, in eight interleaved partial sums. */
  public static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = 0;
    for (; i + 7 < a.length; i += 8) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
      s4 += a[i + 4] * b[i + 4];
      s5 += a[i + 5] * b[i + 5];
      s6 += a[i + 6] * b[i + 6];
      s7 += a[i + 7] * b[i + 7];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
  }
}
