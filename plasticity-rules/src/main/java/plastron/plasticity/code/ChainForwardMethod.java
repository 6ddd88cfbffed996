package plastron.plasticity.code;

import java.util.List;
import plastron.plasticity.code.instruction.RowCode;
import plastron.plasticity.derive.RowChain;

/**
 * Writes the outputs of a chain: {@code forward(value, next, weight)}. The weights take the new
 * states from registers.
 */
final class ChainForwardMethod extends RowMethod {

  private static final int VALUE = 1;
  private static final int NEXT = 2;
  private static final int WEIGHT = 3;

  private final RowChain chain;
  private final ForwardPart update;
  private final ForwardPart weight;

  ChainForwardMethod(RowCode row, RowChain chain) {
    super(row);
    this.chain = chain;
    RowValues values = s -> row.element(VALUE, chain.update().rule().index(s));
    update = new ForwardPart(row, chain.update(), values);
    weight = new ForwardPart(row, chain.weight(), values);
    weight.operands.takeOver(chain.states());
  }

  @Override
  boolean isEmpty() {
    return false;
  }

  @Override
  List<ForwardPart> parts() {
    return List.of(update, weight);
  }

  @Override
  void pushMatrix() {
    code.aload(WEIGHT);
  }

  @Override
  void open(RowArrays arrays) {
    update.open(arrays, output -> row.element(NEXT, output.index()));
    weight.open(arrays, output -> WEIGHT);
  }

  @Override
  void block(int i, int part) {
    update.operands.openBlock();
    weight.operands.openBlock();
    update.block(i, (output, local) -> weight.operands.give(chain.state(output), local));
    weight.block(i, (output, local) -> {});
  }
}
