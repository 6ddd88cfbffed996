package plastron.spinnaker.legal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Symbol;

/**
 * A derived rule with its signals put in, so that only activities, states, parameters, sums over
 * synapses and functions are left.
 */
final class ExpandedRule {

  private final Map<Symbol, Polynomial> definitions = new HashMap<>();
  private final Map<Symbol, DotStep> dots = new HashMap<>();
  private final List<FunctionStep> functions = new ArrayList<>();

  ExpandedRule(RuleDerivation rule) {
    for (RuleDerivation.SignalStep step : rule.signals()) {
      switch (step) {
        case DotStep dot -> dots.put(dot.symbol(), dot);
        case FunctionStep function -> functions.add(function);
        case PolynomialStep signal -> definitions.put(signal.symbol(), expand(signal.value()));
      }
    }
  }

  /** Multiplies out; definitions use only symbols before them, so one pass is enough. */
  Polynomial expand(Polynomial polynomial) {
    List<Term> terms = new ArrayList<>();
    for (Term term : polynomial.terms()) {
      Polynomial product = new Polynomial(List.of(new Term(term.coefficient(), List.of())));
      for (Symbol factor : term.factors()) {
        Polynomial single = new Polynomial(List.of(new Term(1, List.of(factor))));
        product = product.times(definitions.getOrDefault(factor, single));
      }
      terms.addAll(product.terms());
    }
    return Polynomial.of(terms);
  }

  /** The functions of signals. */
  List<FunctionStep> functions() {
    return functions;
  }

  /** The matrix-vector product behind a symbol, or null if it is none. */
  @org.jspecify.annotations.Nullable
  DotStep dot(Symbol symbol) {
    return dots.get(symbol);
  }
}
