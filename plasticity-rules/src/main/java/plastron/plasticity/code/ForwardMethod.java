package plastron.plasticity.code;

import java.util.List;
import plastron.plasticity.derive.RowPlan;

/** Writes the outputs of a plan. */
final class ForwardMethod extends RowMethod {

  private final RowPlan plan;
  private final Operands operands;
  private final Locals<RowPlan.Output> matrix = new Locals<>();
  private final Locals<RowPlan.Output> rowOf = new Locals<>();

  ForwardMethod(RowCode row, RowPlan plan) {
    super(row);
    this.plan = plan;
    operands = new Operands(row, plan, plan.outputs().stream().map(plan::form).toList());
  }

  @Override
  List<RowPlan.Output> outputs() {
    return plan.outputs();
  }

  @Override
  int vectors() {
    return 1;
  }

  @Override
  void open() {
    operands.open();
    for (RowPlan.Output output : plan.outputs()) {
      matrix.put(output, row.element(OUTPUT, output.index()));
    }
  }

  @Override
  void openRow(int j) {
    operands.openRow(j);
    for (RowPlan.Output output : plan.outputs()) {
      rowOf.put(output, row.rowOf(matrix.of(output), j));
    }
  }

  @Override
  void block(Columns at, int part) {
    operands.openBlock();
    for (RowPlan.Output output : plan.outputs()) {
      operands.pushSum(plan.form(output), at);
      if (output.bounds().areFinite()) {
        row.clip(output.bounds().low(), output.bounds().high());
      }
      row.store(rowOf.of(output), at);
    }
  }

  @Override
  void closeRow(int j) {}

  @Override
  void close() {}
}
