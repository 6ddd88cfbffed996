package plastron.spinnaker.legal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/** Sums of products, taken apart. */
final class Coefficients {

  static final Polynomial ZERO = Polynomial.of(List.of());
  static final Polynomial ONE = new Polynomial(List.of(new Term(1, List.of())));

  private Coefficients() {}

  /** Whether a factor is no constant of the layer: a core has to be told it or to keep it. */
  static boolean isVariable(Symbol factor) {
    return factor.axis() != Axis.GLOBAL || factor.role() != Role.PARAMETER;
  }

  /** For every product of factors of this kind: what it is multiplied by. */
  static Map<List<Symbol>, Polynomial> by(Predicate<Symbol> kind, Polynomial polynomial) {
    Map<List<Symbol>, List<Term>> groups = new LinkedHashMap<>();
    for (Term term : polynomial.terms()) {
      List<Symbol> key = term.factors().stream().filter(kind).toList();
      List<Symbol> rest = term.factors().stream().filter(kind.negate()).toList();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(new Term(term.coefficient(), rest));
    }
    Map<List<Symbol>, Polynomial> coefficients = new LinkedHashMap<>();
    groups.forEach((key, group) -> coefficients.put(key, Polynomial.of(group)));
    return coefficients;
  }

  static Polynomial product(List<Symbol> factors) {
    return new Polynomial(List.of(new Term(1, factors)));
  }

  static Polynomial negative(Polynomial polynomial) {
    return polynomial.times(new Polynomial(List.of(new Term(-1, List.of()))));
  }

  static Polynomial plus(Polynomial a, Polynomial b) {
    List<Term> terms = new ArrayList<>(a.terms());
    terms.addAll(b.terms());
    return Polynomial.of(terms);
  }

  /** {@code a - b}. */
  static Polynomial minus(Polynomial a, Polynomial b) {
    return plus(a, negative(b));
  }
}
