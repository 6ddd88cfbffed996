package plastron.plasticity.code;

import plastron.plasticity.expr.Symbol;

/** Where a method finds the values of symbols. */
interface RowValues {

  /** Stores the array of rows of a symbol in a new local. */
  int rows(Symbol symbol);
}
