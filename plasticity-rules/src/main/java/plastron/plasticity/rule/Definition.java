package plastron.plasticity.rule;

import plastron.core.check.Require;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;

/**
 * A symbol and the expression that gives it: a signal's definition, or a state's next value.
 *
 * @param symbol what is defined
 * @param value its value; its axis is the symbol's, or a smaller one that is spread over it
 */
public record Definition(Symbol symbol, Expr value) {

  public Definition {
    Require.given("Defined symbol", symbol);
    Require.given("Definition of " + symbol, value);
    if (symbol.axis().union(value.axis()) != symbol.axis()) {
      throw new IllegalArgumentException(
          "Definition of %s (axis %s) must not have the larger axis %s."
              .formatted(symbol.name(), symbol.axis(), value.axis()));
    }
  }
}
