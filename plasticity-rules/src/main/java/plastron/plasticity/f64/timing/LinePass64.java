package plastron.plasticity.f64.timing;

import org.jspecify.annotations.Nullable;
import plastron.plasticity.code.RowPassCode;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.f64.row.RowCompiler64;
import plastron.plasticity.f64.row.RowPass64;

/** The passes of a plan for lines of every length, each made when it is first needed. */
final class LinePass64 {

  private final RowPlan plan;
  private final int longest;
  private final @Nullable RowPass64[] ofLength = new RowPass64[RowPassCode.SHORT_ROW + 2];

  /**
   * @param longest length of the longest line
   */
  LinePass64(RowPlan plan, int longest) {
    this.plan = plan;
    this.longest = longest;
  }

  /** The pass for lines of a length, at least 1. */
  RowPass64 of(int length) {
    int kind = Math.min(length, RowPassCode.SHORT_ROW + 1);
    RowPass64 pass = ofLength[kind];
    if (pass == null) {
      int columns = length > RowPassCode.SHORT_ROW ? longest : length;
      pass = RowCompiler64.FASTEST.pass(plan, columns);
      ofLength[kind] = pass;
    }
    return pass;
  }
}
