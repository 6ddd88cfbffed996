package plastron.slayer.f64.function;

/**
 * Functions of every entry of a row, to about the last bit. {@link PlainFunctions64} is the
 * specification, plain loops; {@link VectorFunctions64} has the same bits. NaN gives NaN.
 */
public sealed interface Functions64 permits PlainFunctions64, VectorFunctions64 {

  /** The fastest implementation on this machine. */
  Functions64 FASTEST =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? new VectorFunctions64()
          : new PlainFunctions64();

  /**
   * {@code out = tanh in}.
   *
   * @param out overwritten
   * @param in as long as {@code out}, not modified
   */
  void tanh(double[] out, double[] in);

  /**
   * {@code out = 1 / (1 + e^-in)}.
   *
   * @param out overwritten
   * @param in as long as {@code out}, not modified
   */
  void sigmoid(double[] out, double[] in);
}
