package plastron.plasticity.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.plasticity.derive.RuleDerivation.DotStep;
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
 * Splits the signals of a rule into matrix-vector products, each under a name of its own, and
 * polynomials. Single use.
 */
final class DotSplit {

  final List<Symbol> symbols;
  final List<SignalStep> steps = new ArrayList<>();
  private final Map<Expr.Dot, Symbol> names = new LinkedHashMap<>();

  DotSplit(PlasticityRule rule) {
    symbols = new ArrayList<>(rule.symbols());
    for (Definition signal : rule.signals()) {
      Expr rest = split(signal.value());
      steps.add(new PolynomialStep(signal.symbol(), Polynomial.of(rest)));
    }
  }

  private Expr split(Expr expr) {
    return switch (expr) {
      case Expr.Const c -> c;
      case Expr.Ref r -> r;
      case Expr.Neg n -> Expr.neg(split(n.operand()));
      case Expr.Sum s -> new Expr.Sum(s.parts().stream().map(this::split).toList());
      case Expr.Product p -> new Expr.Product(p.parts().stream().map(this::split).toList());
      case Expr.Dot d -> Expr.ref(named(d));
    };
  }

  private Symbol named(Expr.Dot dot) {
    Symbol known = names.get(dot);
    if (known != null) {
      return known;
    }
    String name = "dot_" + dot.matrix().name() + "_" + dot.vector().name();
    while (isTaken(name)) {
      name += "_";
    }
    String latex = "[" + dot.matrix().latex() + " " + dot.vector().latex() + "]";
    Symbol symbol = new Symbol(name, Axis.POST, Role.SIGNAL, Bounds.NONE, latex);
    names.put(dot, symbol);
    symbols.add(symbol);
    steps.add(new DotStep(symbol, dot.matrix(), dot.vector()));
    return symbol;
  }

  private boolean isTaken(String name) {
    return symbols.stream().anyMatch(s -> s.name().equals(name));
  }
}
