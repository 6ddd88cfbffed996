package plastron.plasticity.code;

import java.util.List;
import plastron.plasticity.code.instruction.RowCode;
import plastron.plasticity.derive.RowPlan;

/** Writes the outputs of a plan: {@code forward(value, out)}. */
final class ForwardMethod extends RowMethod {

  private static final int VALUE = 1;
  private static final int OUTPUT = 2;

  private final RowPlan plan;
  private final ForwardPart part;

  ForwardMethod(RowCode row, RowPlan plan) {
    super(row);
    this.plan = plan;
    part = new ForwardPart(row, plan, s -> row.element(VALUE, plan.rule().index(s)));
  }

  @Override
  boolean isEmpty() {
    return plan.outputs().isEmpty();
  }

  @Override
  List<ForwardPart> parts() {
    return List.of(part);
  }

  @Override
  void pushMatrix() {
    row.pushElement(OUTPUT, plan.outputs().getFirst().index());
  }

  @Override
  void open(RowArrays arrays) {
    part.open(arrays, output -> row.element(OUTPUT, output.index()));
  }

  @Override
  void block(int i, int turnPart) {
    part.operands.openBlock();
    part.block(i, (output, local) -> {});
  }
}
