package plastron.plasticity.f64.row;

/**
 * A pass over the arrays of a layer: some values from others, and the reverse. Without state of its
 * own that lasts beyond a call.
 */
public interface RowPass64 {

  /**
   * Computes the outputs.
   *
   * @param value by symbol
   * @param out output arrays, overwritten; {@code value} itself for signals
   */
  void forward(double[][][] value, double[][][] out);

  /**
   * Adds what the outputs' adjoints give to the wanted symbols.
   *
   * @param value by symbol, not modified
   * @param outAdjoint adjoints of the outputs, not modified
   * @param adjoint by symbol, added to; only arrays of wanted symbols are touched
   */
  void reverse(double[][][] value, double[][][] outAdjoint, double[][][] adjoint);
}
