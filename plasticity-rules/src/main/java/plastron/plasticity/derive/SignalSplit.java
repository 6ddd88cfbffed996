package plastron.plasticity.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Splits the signals of a rule into matrix-vector products and operands of functions, each under a
 * name of its own, and polynomials. Single use.
 */
final class SignalSplit {

  final List<Symbol> symbols;
  final List<SignalStep> steps = new ArrayList<>();
  private final Map<Expr.Dot, Symbol> names = new LinkedHashMap<>();

  SignalSplit(PlasticityRule rule) {
    symbols = new ArrayList<>(rule.symbols());
    for (Definition signal : rule.signals()) {
      if (signal.value() instanceof Expr.Apply f) {
        Symbol operand = operand(signal.symbol(), split(f.operand()));
        steps.add(new FunctionStep(signal.symbol(), f.function(), operand));
      } else {
        Expr rest = split(signal.value());
        steps.add(new PolynomialStep(signal.symbol(), Polynomial.of(rest)));
      }
    }
  }

  /** What a signal is a function of: a symbol that is there already, or one of its own. */
  private Symbol operand(Symbol signal, Expr value) {
    if (value instanceof Expr.Ref r && r.symbol().axis() == signal.axis()) {
      return r.symbol();
    }
    Symbol operand = added("in_" + signal.name(), signal.axis(), "\\hat{" + signal.latex() + "}");
    steps.add(new PolynomialStep(operand, Polynomial.of(value)));
    return operand;
  }

  private Expr split(Expr expr) {
    return switch (expr) {
      case Expr.Const c -> c;
      case Expr.Ref r -> r;
      case Expr.Neg n -> Expr.neg(split(n.operand()));
      case Expr.Sum s -> new Expr.Sum(s.parts().stream().map(this::split).toList());
      case Expr.Product p -> new Expr.Product(p.parts().stream().map(this::split).toList());
      case Expr.Dot d -> Expr.ref(named(d));
      case Expr.Apply f ->
          throw new IllegalArgumentException(
              "Function (%s) must stand around a whole signal.".formatted(f.function().name()));
    };
  }

  private Symbol named(Expr.Dot dot) {
    Symbol known = names.get(dot);
    if (known != null) {
      return known;
    }
    Symbol symbol =
        added(
            "dot_" + dot.matrix().name() + "_" + dot.vector().name(),
            Axis.POST,
            "[" + dot.matrix().latex() + " " + dot.vector().latex() + "]");
    names.put(dot, symbol);
    steps.add(new DotStep(symbol, dot.matrix(), dot.vector()));
    return symbol;
  }

  private Symbol added(String wanted, Axis axis, String latex) {
    String name = wanted;
    while (isTaken(name)) {
      name += "_";
    }
    Symbol symbol = new Symbol(name, axis, Role.SIGNAL, Bounds.NONE, latex);
    symbols.add(symbol);
    return symbol;
  }

  private boolean isTaken(String name) {
    return symbols.stream().anyMatch(s -> s.name().equals(name));
  }
}
