package plastron.plasticity.rule;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/** Refuses rules that have no meaning. */
final class RuleCheck {

  private RuleCheck() {}

  static void check(
      String rule,
      List<Symbol> symbols,
      List<Definition> signals,
      List<Definition> updates,
      Expr weight,
      SpikeTiming timing) {
    Set<String> names = new HashSet<>();
    for (Symbol symbol : symbols) {
      require(names.add(symbol.name()), rule, "declares symbol (%s) twice", symbol);
    }
    for (Symbol symbol : symbols) {
      boolean ofNeurons =
          symbol.axis() == Axis.PRE
              || symbol.axis() == Axis.POST
              || symbol.axis() == Axis.MODULATOR;
      require(
          symbol.role() != Role.ACTIVITY || ofNeurons,
          rule,
          "has an activity (%s) that is not one of PRE, POST or MODULATOR neurons",
          symbol);
      require(
          symbol.role() != Role.EXTERNAL
              || symbol.axis() == Axis.GLOBAL
              || symbol.axis() == Axis.POST,
          rule,
          "has a value from outside (%s) that is neither GLOBAL nor POST",
          symbol);
      // Only a population has a size of its own.
      require(
          symbol.role() == Role.ACTIVITY || symbol.axis() != Axis.MODULATOR,
          rule,
          "has a value (%s) of modulating neurons that is no activity",
          symbol);
    }
    Set<Symbol> known = new LinkedHashSet<>(symbols);
    symbols.stream().filter(s -> s.role() == Role.SIGNAL).forEach(known::remove);
    ExpressionCheck expressions = new ExpressionCheck(rule, known);
    for (Definition signal : signals) {
      Axis axis = signal.symbol().axis();
      require(
          signal.symbol().role() == Role.SIGNAL,
          rule,
          "defines (%s) as a signal, which is none",
          signal.symbol());
      require(
          symbols.contains(signal.symbol()),
          rule,
          "defines signal (%s) undeclared",
          signal.symbol());
      require(!known.contains(signal.symbol()), rule, "defines signal (%s) twice", signal.symbol());
      require(
          axis.isPolynomial() && axis != Axis.SYNAPSE,
          rule,
          "has a synapse-shaped signal (%s)",
          signal.symbol());
      expressions.signal(signal.value());
      known.add(signal.symbol());
    }
    for (Symbol symbol : symbols) {
      require(known.contains(symbol), rule, "never defines signal (%s)", symbol);
    }
    Set<Symbol> updated = new HashSet<>();
    for (Definition update : updates) {
      boolean isState = update.symbol().role() == Role.STATE && known.contains(update.symbol());
      require(isState, rule, "updates (%s), which is no state", update.symbol());
      require(updated.add(update.symbol()), rule, "updates state (%s) twice", update.symbol());
      expressions.polynomial(update.value());
    }
    TimingCheck.check(rule, symbols, timing, expressions);
    timing.onPre().forEach(update -> updated.add(update.symbol()));
    timing.onPost().forEach(update -> updated.add(update.symbol()));
    for (Symbol symbol : symbols) {
      require(
          symbol.role() != Role.STATE || updated.contains(symbol),
          rule,
          "never updates state (%s)",
          symbol);
    }
    expressions.polynomial(weight);
    // The weight is used before the first window has ended, when activities and signals have no
    // value yet.
    for (Symbol symbol : symbols) {
      boolean lasts = symbol.role() == Role.PARAMETER || symbol.role() == Role.STATE;
      require(
          lasts || !uses(weight, symbol), rule, "has an effective weight that reads (%s)", symbol);
    }
    require(
        weight.axis() == Axis.SYNAPSE,
        rule,
        "has an effective weight of axis (%s), not SYNAPSE",
        weight.axis());
  }

  static boolean uses(Expr expr, Symbol symbol) {
    return switch (expr) {
      case Expr.Const c -> false;
      case Expr.Ref r -> r.symbol().equals(symbol);
      case Expr.Neg n -> uses(n.operand(), symbol);
      case Expr.Sum s -> s.parts().stream().anyMatch(p -> uses(p, symbol));
      case Expr.Product p -> p.parts().stream().anyMatch(q -> uses(q, symbol));
      case Expr.Dot d -> d.matrix().equals(symbol) || d.vector().equals(symbol);
      case Expr.Apply f -> uses(f.operand(), symbol);
    };
  }

  static void require(boolean holds, String rule, String complaint, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("Rule %s %s.".formatted(rule, complaint.formatted(value)));
    }
  }
}
