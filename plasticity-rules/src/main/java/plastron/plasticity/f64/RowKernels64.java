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

  /** Clips every entry to {@code [low, high]}; NaN stays NaN. */
  static void clip(double[] out, double low, double high) {
    for (int i = 0; i < out.length; i++) {
      out[i] = out[i] < low ? low : out[i] > high ? high : out[i];
    }
  }

  /** {@code out = adjoint} where {@code raw} lies within {@code [low, high]}, else 0. */
  static void passWithin(double[] out, double[] adjoint, double[] raw, double low, double high) {
    for (int i = 0; i < out.length; i++) {
      out[i] = raw[i] >= low && raw[i] <= high ? adjoint[i] : 0;
    }
  }

  /** The sum of products of two rows, see {@link Kernels64#dot}. */
  public static double dot(double[] a, double[] b) {
    return Kernels64.FASTEST.dot(a, b);
  }
}
