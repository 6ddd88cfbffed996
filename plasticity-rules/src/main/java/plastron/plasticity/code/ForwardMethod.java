package plastron.plasticity.code;

import plastron.plasticity.code.RowArrays.Access;
import plastron.plasticity.derive.RowPlan;

/** Writes the outputs of a plan. */
final class ForwardMethod extends RowMethod {

  private static final int VALUE = 1;
  private static final int OUTPUT = 2;

  private final RowPlan plan;
  private final Operands operands;
  private final Locals<RowPlan.Output> out = new Locals<>();

  ForwardMethod(RowCode row, RowPlan plan) {
    super(row);
    this.plan = plan;
    operands =
        new Operands(
            row,
            plan,
            s -> row.element(VALUE, plan.rule().index(s)),
            plan.outputs().stream().map(plan::form).toList());
  }

  @Override
  boolean isEmpty() {
    return plan.outputs().isEmpty();
  }

  @Override
  int blocks() {
    return row.blocks(false);
  }

  @Override
  void pushMatrix() {
    row.pushElement(OUTPUT, plan.outputs().getFirst().index());
  }

  @Override
  void open(RowArrays arrays) {
    operands.open(arrays);
    for (RowPlan.Output output : plan.outputs()) {
      out.put(output, arrays.rowsOf(row.element(OUTPUT, output.index()), Access.WRITE));
    }
  }

  @Override
  void openRow(int j) {
    operands.openRow(j);
  }

  @Override
  void block(int i, int part) {
    operands.openBlock();
    for (RowPlan.Output output : plan.outputs()) {
      operands.pushSum(plan.form(output), i);
      if (output.bounds().areFinite()) {
        row.clip(output.bounds().low(), output.bounds().high());
      }
      row.store(out.of(output), i);
    }
  }

  @Override
  void openLast() {}

  @Override
  void closeLast(int columns) {}

  @Override
  void closeRow(int j) {}

  @Override
  void close() {}
}
