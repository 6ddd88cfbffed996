package plastron.plasticity.f64.row;

import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.StateRounding;
import plastron.plasticity.expr.Symbol;

/** Rounds rows of new states, see {@link StateRounding}. Holds scratch rows. */
final class RowRounding64 {

  private static final double WHOLES = (double) StateRounding.wholes(Double.BYTES);

  private final RowSum64 inverse;
  private final RowSum64 offset;
  private final RowSum64 step;
  private final double low;
  private final double high;
  private final double[] factor;
  private final double[] added;
  private final double[] distance;

  /**
   * @param columns length of the longest row
   */
  RowRounding64(RowPlan plan, StateRounding rounding, int columns) {
    inverse = sum(plan, rounding.inverse(), columns);
    offset = sum(plan, rounding.offset(), columns);
    step = sum(plan, rounding.step(), columns);
    low = (double) rounding.range().low();
    high = (double) rounding.range().high();
    factor = new double[columns];
    added = new double[columns];
    distance = new double[columns];
  }

  private static RowSum64 sum(RowPlan plan, Symbol symbol, int columns) {
    return new RowSum64(plan.rule(), RowForm.of(StateRounding.form(symbol), plan.rows()), columns);
  }

  /** Rounds row {@code j}, which is modified. */
  void round(double[][][] value, int j, double[] row) {
    inverse.row(value, j, factor, row.length);
    offset.row(value, j, added, row.length);
    step.row(value, j, distance, row.length);
    for (int i = 0; i < row.length; i++) {
      double whole = row[i] * factor[i] + added[i] + WHOLES - WHOLES;
      row[i] = (whole < low ? low : whole > high ? high : whole) * distance[i];
    }
  }
}
