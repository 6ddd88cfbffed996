package plastron.plasticity.f64.kernel;

/**
 * The hot arithmetic on rows of a matrix. {@link PlainKernels64} is the specification, plain loops;
 * every other implementation has its bits.
 *
 * <p>Rows have the length of the one row {@code out} or {@code a} that goes with them. Sums over
 * rows run in order, entry by entry; {@link #dot} has an order of its own.
 */
public sealed interface Kernels64 permits PlainKernels64, VectorKernels64 {

  /** The fastest implementation on this machine. */
  Kernels64 FASTEST = fastest();

  private static Kernels64 fastest() {
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return vectors && Lanes64.fit() ? new VectorKernels64() : new PlainKernels64();
  }

  /** What they are made of, for people: "vector API" or "plain loops". */
  String description();

  /** {@code out *= k}. */
  void scale(double[] out, double k);

  /** {@code out += a}. */
  void add(double[] out, double[] a);

  /** {@code out += k a}. */
  void add(double[] out, double k, double[] a);

  /**
   * {@code out[n] += sum of rows[which[k]]} for {@code begin[n] <= k < begin[n + 1]}, for every n
   * below {@code count}; the sum is formed first, and where it has no rows nothing is touched.
   */
  void gather(double[][] out, int count, double[][] rows, int[] which, int[] begin);

  /**
   * {@code out[j] = k[j] a}, then {@code out[j] += rows[which[n]]} for {@code begin[j] <= n <
   * begin[j + 1]}, one after the other; {@code out} are overwritten.
   */
  void setRowsAndGather(
      double[][] out, double[] k, double[] a, double[][] rows, int[] which, int[] begin);

  /** {@code rows[j] = k[j] a}; {@code rows} are overwritten. */
  void setRows(double[][] rows, double[] k, double[] a);

  /**
   * {@code out += sum over j of k[j] rows[j]}. Rows with {@code k[j]} = 0 are left out whatever
   * they hold.
   */
  void addWeightedRows(double[] out, double[] k, double[][] rows);

  /** {@code rows[j] += k[j] a}. Rows with {@code k[j]} = 0 are left alone. */
  void addToRows(double[][] rows, double[] k, double[] a);

  /** {@code out[j] += rows[j] . a} for every j. */
  void addDots(double[] out, double[][] rows, double[] a);

  /**
   * The sum of products of two rows, in sixteen partial sums: entry i goes to partial sum i mod 16;
   * then partial sum i + 8 is added to i, then i + 4, i + 2, i + 1.
   */
  double dot(double[] a, double[] b);
}
