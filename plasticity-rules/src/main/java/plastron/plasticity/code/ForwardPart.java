package plastron.plasticity.code;

import java.util.function.BiConsumer;
import java.util.function.Function;
import plastron.plasticity.code.RowArrays.Access;
import plastron.plasticity.code.instruction.RowCode;
import plastron.plasticity.derive.RowPlan;

/** What the outputs of one plan contribute to a walk over rows. */
final class ForwardPart implements RowPart {

  final RowOperands operands;

  private final RowCode row;
  private final RowPlan plan;
  private final Locals<RowPlan.Output> out = new Locals<>();

  /**
   * @param values where the values by symbol are
   */
  ForwardPart(RowCode row, RowPlan plan, RowValues values) {
    this.row = row;
    this.plan = plan;
    operands = new RowOperands(row, plan, values, plan.outputs().stream().map(plan::form).toList());
  }

  /**
   * Before all rows.
   *
   * @param matrix stores the array of rows of an output in a new local
   */
  void open(RowArrays arrays, Function<RowPlan.Output, Integer> matrix) {
    operands.open(arrays);
    for (RowPlan.Output output : plan.outputs()) {
      out.put(output, arrays.rowsOf(matrix.apply(output), Access.WRITE));
    }
  }

  @Override
  public void openRow(int j) {
    operands.openRow(j);
  }

  /**
   * The block of columns from local {@code i} on; {@link RowOperands#openBlock} comes before.
   *
   * @param written told every output and the local that holds its block
   */
  void block(int i, BiConsumer<RowPlan.Output, Integer> written) {
    for (RowPlan.Output output : plan.outputs()) {
      operands.pushSum(plan.form(output), i);
      if (output.bounds().areFinite()) {
        row.clip(output.bounds().low(), output.bounds().high());
      }
      int block = row.storedBlock();
      row.pushBlock(block);
      row.store(out.of(output), i);
      written.accept(output, block);
    }
  }
}
