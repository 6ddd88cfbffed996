package plastron.loihi.legal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Symbol;

/** Puts the definitions of signals into polynomials that use them, and multiplies out. */
final class Expansion {

  private final Map<Symbol, Polynomial> definitions = new HashMap<>();

  /**
   * For one rule.
   *
   * @param replaced which signals are replaced; matrix-vector products never are
   */
  Expansion(RuleDerivation rule, Predicate<Symbol> replaced) {
    for (SignalStep step : rule.signals()) {
      if (step instanceof PolynomialStep signal && replaced.test(signal.symbol())) {
        definitions.put(signal.symbol(), of(signal.value()));
      }
    }
  }

  /** The polynomial without the replaced signals. */
  Polynomial of(Polynomial polynomial) {
    List<Term> all =
        polynomial.terms().stream().flatMap(term -> of(term).terms().stream()).toList();
    return Polynomial.of(all);
  }

  private Polynomial of(Term term) {
    List<Symbol> kept = term.factors().stream().filter(f -> !definitions.containsKey(f)).toList();
    Polynomial product = Polynomial.of(List.of(new Term(term.coefficient(), kept)));
    for (Symbol factor : term.factors()) {
      Polynomial definition = definitions.get(factor);
      if (definition != null) {
        product = product.times(definition);
      }
    }
    return product;
  }
}
