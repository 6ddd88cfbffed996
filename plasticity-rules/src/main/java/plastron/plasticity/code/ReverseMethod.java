package plastron.plasticity.code;

import java.util.List;
import plastron.plasticity.code.RowArrays.Access;
import plastron.plasticity.code.instruction.RowCode;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.expr.Symbol;

/** Writes the reverse of a plan: {@code reverse(value, outAdjoint, adjoint)}. */
final class ReverseMethod extends RowMethod {

  private static final int VALUE = 1;
  private static final int OUT_ADJOINT = 2;
  private static final int ADJOINT = 3;

  private final ReversePart part;
  private final AlongAdjoints along;
  private final Locals<RowPlan.Output> given = new Locals<>();

  ReverseMethod(RowCode row, RowPlan plan) {
    super(row);
    part = new ReversePart(row, plan, s -> row.element(VALUE, plan.rule().index(s)), ADJOINT);
    along = new AlongAdjoints(row, plan.rule(), ADJOINT, part.along);
  }

  @Override
  boolean isEmpty() {
    return part.outputs.isEmpty();
  }

  @Override
  List<ReversePart> parts() {
    return List.of(part);
  }

  @Override
  void pushMatrix() {
    row.pushElement(OUT_ADJOINT, part.outputs.getFirst().index());
  }

  @Override
  void open(RowArrays arrays) {
    for (RowPlan.Output output : part.outputs) {
      given.put(output, arrays.rowsOf(row.element(OUT_ADJOINT, output.index()), Access.READ));
    }
    along.open(arrays);
    part.open(arrays, blocks());
  }

  @Override
  void block(int i, int turnPart) {
    Locals<Symbol> sums = along.load(i);
    part.block(
        i,
        turnPart,
        output -> {
          row.load(given.of(output), i);
          return row.storedBlock();
        },
        sums);
    along.store(sums, i);
  }
}
