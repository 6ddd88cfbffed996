package plastron.plasticity.print;

import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;

/**
 * One printed line of a rule.
 *
 * @param left what is defined
 * @param right by what
 * @param meaning what kind of line it is, such as {@code signal, POST}
 */
record Equation(String left, String right, String meaning) {

  /** Signals, updates and weight as declared. */
  static List<Equation> declared(PlasticityRule rule, Notation notation) {
    Formula formula = new Formula(notation);
    List<Equation> lines = new ArrayList<>();
    for (Definition signal : rule.signals()) {
      lines.add(
          new Equation(
              notation.symbol(signal.symbol()),
              formula.of(signal.value()),
              meaning(signal.symbol())));
    }
    for (Definition update : rule.updates()) {
      lines.add(
          new Equation(
              notation.next(update.symbol()),
              formula.of(update.value()),
              meaning(update.symbol())));
    }
    for (Definition update : rule.timing().onPre()) {
      lines.add(
          new Equation(
              notation.next(update.symbol()), formula.of(update.value()), onPre(update.symbol())));
    }
    for (Definition update : rule.timing().onPost()) {
      lines.add(
          new Equation(
              notation.next(update.symbol()), formula.of(update.value()), onPost(update.symbol())));
    }
    lines.add(new Equation("w", formula.of(rule.weight()), "effective weight, " + Axis.SYNAPSE));
    return lines;
  }

  /** The same, multiplied out, matrix-vector products under names of their own. */
  static List<Equation> normal(PlasticityRule rule, Notation notation) {
    Formula formula = new Formula(notation);
    RuleDerivation derivation = RuleDerivation.of(rule);
    List<Equation> lines = new ArrayList<>();
    for (SignalStep step : derivation.signals()) {
      String right =
          switch (step) {
            case DotStep d -> notation.dot(d.matrix(), d.vector());
            case PolynomialStep p -> formula.of(p.value());
            case FunctionStep f -> notation.function(f.function(), notation.symbol(f.operand()));
          };
      lines.add(new Equation(notation.symbol(step.symbol()), right, meaning(step.symbol())));
    }
    derivation.updates().stream()
        .skip(derivation.updates().size() - rule.updates().size())
        .forEach(u -> lines.add(normal(u, meaning(u.state()), formula, notation)));
    derivation.onPre().forEach(u -> lines.add(normal(u, onPre(u.state()), formula, notation)));
    derivation.onPost().forEach(u -> lines.add(normal(u, onPost(u.state()), formula, notation)));
    lines.add(
        new Equation("w", formula.of(derivation.weight()), "effective weight, " + Axis.SYNAPSE));
    return lines;
  }

  private static Equation normal(
      NormalUpdate update, String meaning, Formula formula, Notation notation) {
    return new Equation(notation.next(update.state()), formula.of(update.next()), meaning);
  }

  private static String onPre(Symbol state) {
    return meaning(state) + ", on pre";
  }

  private static String onPost(Symbol state) {
    return meaning(state) + ", on post";
  }

  private static String meaning(Symbol symbol) {
    return Wording.role(symbol) + ", " + symbol.axis();
  }
}
