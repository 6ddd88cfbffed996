package plastron.plasticity.derive;

import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A rule in the form that evaluators and chip compilers use: every matrix-vector product is a named quantity of its own,
 * and everything else is a normal form.
 *
 * @param rule the rule
 * @param symbols the rule's symbols, then one for every matrix-vector product
 * @param signals what to compute before the updates, in this order
 * @param updates next value of every state
 * @param weight the effective weight
 */
public record RuleDerivation(
    PlasticityRule rule,
    List<Symbol> symbols,
    List<SignalStep> signals,
    List<NormalUpdate> updates,
    Polynomial weight) {

  /** One neuron-level quantity to compute. */
  public sealed interface SignalStep {
    /** What is computed. */
    Symbol symbol();
  }

  /** A matrix-vector product. */
  public record DotStep(Symbol symbol, Symbol matrix, Symbol vector) implements SignalStep {}

  /** A polynomial in vectors. */
  public record PolynomialStep(Symbol symbol, Polynomial value) implements SignalStep {}

  /** A state and the normal form of its next value. */
  public record NormalUpdate(Symbol state, Polynomial next) {}

  /** Derives a rule. */
  public static RuleDerivation of(PlasticityRule rule) {
    List<Symbol> symbols = new ArrayList<>(rule.symbols());
    List<SignalStep> steps = new ArrayList<>();
    for (Definition signal : rule.signals()) {
      Expr value = splitDots(signal.value(), symbols, steps);
      steps.add(new PolynomialStep(signal.symbol(), Polynomial.of(value)));
    }
    List<NormalUpdate> updates =
        rule.updates().stream().map(u -> new NormalUpdate(u.symbol(), Polynomial.of(u.value()))).toList();
    return new RuleDerivation(
        rule, List.copyOf(symbols), List.copyOf(steps), updates, Polynomial.of(rule.weight()));
  }

  private static Expr splitDots(Expr expr, List<Symbol> symbols, List<SignalStep> steps) {
    return switch (expr) {
      case Expr.Const c -> c;
      case Expr.Ref r -> r;
      case Expr.Neg n -> Expr.neg(splitDots(n.operand(), symbols, steps));
      case Expr.Sum s -> new Expr.Sum(s.parts().stream().map(p -> splitDots(p, symbols, steps)).toList());
      case Expr.Product p -> new Expr.Product(p.parts().stream().map(q -> splitDots(q, symbols, steps)).toList());
      case Expr.Dot d -> {
        String name = "dot_" + d.matrix().name() + "_" + d.vector().name();
        Symbol symbol = new Symbol(name, Axis.POST, Role.SIGNAL, Bounds.NONE, name);
        if (!symbols.contains(symbol)) {
          symbols.add(symbol);
          steps.add(new DotStep(symbol, d.matrix(), d.vector()));
        }
        yield Expr.ref(symbol);
      }
    };
  }

  /** Where a symbol stands in {@link #symbols()}. */
  public int index(Symbol symbol) {
    int index = symbols.indexOf(symbol);
    if (index < 0) {
      throw new IllegalArgumentException("Symbol (%s) is not part of rule %s.".formatted(symbol, rule.name()));
    }
    return index;
  }
}
