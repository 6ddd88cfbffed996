package plastron.plasticity.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import plastron.plasticity.code.RowArrays.Access;
import plastron.plasticity.code.instruction.RowCode;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.StateRounding;
import plastron.plasticity.expr.Symbol;

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
    operands = new RowOperands(row, plan, values, forms(plan));
  }

  private static List<RowForm> forms(RowPlan plan) {
    List<RowForm> forms = new ArrayList<>();
    for (RowPlan.Output output : plan.outputs()) {
      forms.add(plan.form(output));
      output.rounding().stream()
          .flatMap(r -> r.symbols().stream())
          .forEach(symbol -> forms.add(form(plan, symbol)));
    }
    return forms;
  }

  private static RowForm form(RowPlan plan, Symbol symbol) {
    return RowForm.of(StateRounding.form(symbol), plan.rows());
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
      output.rounding().ifPresent(rounding -> round(rounding, i));
      int block = row.storedBlock();
      row.pushBlock(block);
      row.store(out.of(output), i);
      written.accept(output, block);
    }
  }

  /** Rounds the block on the stack. */
  private void round(StateRounding rounding, int i) {
    operands.pushSum(form(plan, rounding.inverse()), i);
    row.multiplyBlocks();
    operands.pushSum(form(plan, rounding.offset()), i);
    row.addBlocks();
    double wholes = StateRounding.wholes(row.type.bytes());
    for (double whole : new double[] {wholes, -wholes}) {
      row.pushConstant(whole);
      row.spread();
      row.addBlocks();
    }
    if (rounding.range().areFinite()) {
      row.clip(rounding.range().low(), rounding.range().high());
    }
    operands.pushSum(form(plan, rounding.step()), i);
    row.multiplyBlocks();
  }
}
