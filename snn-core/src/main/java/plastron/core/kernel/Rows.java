package plastron.core.kernel;

/**
 * The hot loops over one row of floats. Each starts at index 0 and has one output, so that the
 * compiler vectorises it.
 */
public final class Rows {

  private Rows() {}

  /** {@code out += a}. {@code out} is modified. */
  public static void add(float[] out, float[] a) {
    for (int i = 0; i < out.length; i++) {
      out[i] += a[i];
    }
  }

  /** {@code out += k.a}. {@code out} is modified. */
  public static void add(float[] out, float k, float[] a) {
    for (int i = 0; i < out.length; i++) {
      out[i] += k * a[i];
    }
  }

  /** {@code out *= k}. {@code out} is modified. */
  public static void scale(float[] out, float k) {
    for (int i = 0; i < out.length; i++) {
      out[i] *= k;
    }
  }
}
