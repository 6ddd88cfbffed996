package plastron.plasticity.code;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import plastron.plasticity.code.RowArrays.Access;
import plastron.plasticity.code.instruction.RowCode;
import plastron.plasticity.derive.RowChain;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Symbol;

/**
 * Writes the reverse of a chain: {@code reverse(value, next, weightAdjoint, adjoint)}. What the
 * weights give to the new states goes on to the update in registers.
 */
final class ChainReverseMethod extends RowMethod {

  private static final int VALUE = 1;
  private static final int NEXT = 2;
  private static final int WEIGHT_ADJOINT = 3;
  private static final int ADJOINT = 4;

  private final RowChain chain;
  private final ReversePart weight;
  private final ReversePart update;
  private final AlongAdjoints along;
  private int weightAdjoint;

  ChainReverseMethod(RowCode row, RowChain chain) {
    super(row);
    this.chain = chain;
    RuleDerivation rule = chain.update().rule();
    weight = new ReversePart(row, chain.weight(), this::rowsAfter, ADJOINT);
    update = new ReversePart(row, chain.update(), this::rowsBefore, ADJOINT);
    Set<Symbol> symbols = new TreeSet<>(chain.states());
    symbols.addAll(weight.along);
    symbols.addAll(update.along);
    along = new AlongAdjoints(row, rule, ADJOINT, symbols);
  }

  private int rowsBefore(Symbol symbol) {
    return row.element(VALUE, chain.update().rule().index(symbol));
  }

  private int rowsAfter(Symbol symbol) {
    return chain.states().contains(symbol)
        ? row.element(NEXT, chain.output(symbol).index())
        : rowsBefore(symbol);
  }

  @Override
  boolean isEmpty() {
    return false;
  }

  @Override
  List<ReversePart> parts() {
    return List.of(weight, update);
  }

  @Override
  void pushMatrix() {
    code.aload(WEIGHT_ADJOINT);
  }

  @Override
  void open(RowArrays arrays) {
    weightAdjoint = arrays.rowsOf(WEIGHT_ADJOINT, Access.READ);
    along.open(arrays);
    weight.open(arrays, blocks());
    update.open(arrays, blocks());
  }

  @Override
  void block(int i, int part) {
    Locals<Symbol> sums = along.load(i);
    weight.block(
        i,
        part,
        output -> {
          row.load(weightAdjoint, i);
          return row.storedBlock();
        },
        sums);
    Locals<RowPlan.Output> given = new Locals<>();
    for (Symbol state : chain.states()) {
      given.put(chain.output(state), sums.of(state));
      row.zero();
      sums.put(state, row.storedBlock());
    }
    update.block(i, part, given::of, sums);
    along.store(sums, i);
  }
}
