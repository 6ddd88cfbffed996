package plastron.plasticity.code;

import java.util.Collection;
import java.util.List;
import plastron.plasticity.code.RowArrays.Access;
import plastron.plasticity.code.instruction.RowCode;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/** The adjoints that vary along a row: in registers while a block works on them. */
final class AlongAdjoints {

  private final RowCode row;
  private final RuleDerivation rule;
  private final int arrays;
  private final List<Symbol> symbols;
  private final Locals<Symbol> rows = new Locals<>();

  /**
   * @param arrays parameter with the adjoints by symbol
   */
  AlongAdjoints(RowCode row, RuleDerivation rule, int arrays, Collection<Symbol> symbols) {
    this.row = row;
    this.rule = rule;
    this.arrays = arrays;
    this.symbols = List.copyOf(symbols);
  }

  /** Before all rows. */
  void open(RowArrays walk) {
    for (Symbol symbol : symbols) {
      int index = rule.index(symbol);
      rows.put(
          symbol,
          symbol.axis() == Axis.SYNAPSE
              ? walk.rowsOf(row.element(arrays, index), Access.ADD)
              : walk.same(row.firstRow(arrays, index), Access.ADD));
    }
  }

  /** Loads the columns from local {@code i} on into new locals. */
  Locals<Symbol> load(int i) {
    Locals<Symbol> sums = new Locals<>();
    for (Symbol symbol : symbols) {
      row.load(rows.of(symbol), i);
      sums.put(symbol, row.storedBlock());
    }
    return sums;
  }

  /** Stores them. */
  void store(Locals<Symbol> sums, int i) {
    for (Symbol symbol : symbols) {
      row.pushBlock(sums.of(symbol));
      row.store(rows.of(symbol), i);
    }
  }
}
