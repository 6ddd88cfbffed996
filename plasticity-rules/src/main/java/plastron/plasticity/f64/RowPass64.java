package plastron.plasticity.f64;

import java.lang.invoke.MethodHandles;
import plastron.plasticity.code.RowPassCode;
import plastron.plasticity.derive.RowPlan;

/**
 * A pass over the arrays of a layer: some values from others, and the reverse. Without state of its
 * own that lasts beyond a call.
 */
interface RowPass64 {

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

  /**
   * The fastest pass for a plan.
   *
   * @param columns length of a row
   */
  static RowPass64 of(RowPlan plan, int columns) {
    if (Kernels64.FASTEST instanceof PlainKernels64) {
      return new PlainRowPass64(plan, columns);
    }
    RowPassCode.Target<RowPass64> target =
        new RowPassCode.Target<>(
            RowPass64.class,
            MethodHandles.lookup(),
            double.class,
            Lanes64.class,
            Lanes64.SPECIES.length());
    return RowPassCode.of(target, plan).orElseGet(() -> new PlainRowPass64(plan, columns));
  }
}
