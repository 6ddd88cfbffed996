package plastron.plasticity.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * Refuses expressions that may not stand where they stand. Single use.
 *
 * @param rule its name
 * @param known the symbols declared so far, filled by the caller
 * @param modulators the rates that matrices from modulating neurons are multiplied by
 */
record ExpressionCheck(String rule, Set<Symbol> known, Map<Symbol, Symbol> modulators) {

  ExpressionCheck(String rule, Set<Symbol> known) {
    this(rule, known, new HashMap<>());
  }

  /** Checks the definition of a signal. */
  void signal(Expr expr) {
    notOnSpike(expr);
    check(expr instanceof Expr.Apply f ? f.operand() : expr, true);
  }

  /** Checks what is no signal. */
  void polynomial(Expr expr) {
    notOnSpike(expr);
    check(expr, false);
  }

  /** Checks the next value of a state after a spike. */
  void onSpike(Expr expr) {
    for (Symbol symbol : known) {
      boolean atHand =
          symbol.role() == Role.TRACE
              || symbol.role() == Role.STATE
              || symbol.role() == Role.PARAMETER;
      require(
          atHand || !RuleCheck.uses(expr, symbol),
          "reads (%s) on a spike, which has a value at a window's end alone; a state may hold it",
          symbol);
    }
    check(expr, false);
  }

  private void notOnSpike(Expr expr) {
    for (Symbol symbol : known) {
      require(
          symbol.role() != Role.TRACE || !RuleCheck.uses(expr, symbol),
          "reads trace (%s) elsewhere than on a spike",
          symbol);
    }
  }

  private void check(Expr expr, boolean dotAllowed) {
    switch (expr) {
      case Expr.Const c -> {}
      case Expr.Ref r -> known(r.symbol());
      case Expr.Neg n -> check(n.operand(), dotAllowed);
      case Expr.Sum s -> s.parts().forEach(p -> check(p, dotAllowed));
      case Expr.Product p -> p.parts().forEach(q -> check(q, dotAllowed));
      case Expr.Dot d -> {
        require(dotAllowed, "has a matrix-vector product with (%s) outside a signal", d.matrix());
        known(d.matrix());
        known(d.vector());
        modulator(d);
      }
      case Expr.Apply f ->
          require(
              false,
              "has the function (%s) elsewhere than around a whole signal",
              f.function().name());
    }
  }

  private void known(Symbol symbol) {
    require(known.contains(symbol), "uses (%s) before it is declared", symbol);
  }

  private void modulator(Expr.Dot dot) {
    if (dot.matrix().axis() == Axis.MODULATOR_POST) {
      Symbol before = modulators.putIfAbsent(dot.matrix(), dot.vector());
      require(
          before == null || before.equals(dot.vector()),
          "multiplies %s",
          "(%s) with two populations' rates, (%s) and (%s)"
              .formatted(dot.matrix(), before, dot.vector()));
    }
  }

  private void require(boolean holds, String complaint, Object value) {
    RuleCheck.require(holds, rule, complaint, value);
  }
}
