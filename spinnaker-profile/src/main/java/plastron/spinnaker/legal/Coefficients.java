package plastron.spinnaker.legal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/** Terms by what stands beside their GLOBAL factors. */
final class Coefficients {

  static final Polynomial ONE = new Polynomial(List.of(new Term(1, List.of())));

  private Coefficients() {}

  /**
   * For every product of factors that are not GLOBAL: what it is multiplied by, a polynomial in
   * GLOBAL symbols.
   */
  static Map<List<Symbol>, Polynomial> byFactors(List<Term> terms) {
    Map<List<Symbol>, List<Term>> groups = new LinkedHashMap<>();
    for (Term term : terms) {
      List<Symbol> key = term.factors().stream().filter(f -> f.axis() != Axis.GLOBAL).toList();
      groups
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(new Term(term.coefficient(), term.factors(Axis.GLOBAL)));
    }
    Map<List<Symbol>, Polynomial> coefficients = new LinkedHashMap<>();
    groups.forEach((key, group) -> coefficients.put(key, Polynomial.of(group)));
    return coefficients;
  }

  static Polynomial negative(Polynomial polynomial) {
    return polynomial.times(new Polynomial(List.of(new Term(-1, List.of()))));
  }

  /** {@code a - b}. */
  static Polynomial minus(Polynomial a, Polynomial b) {
    List<Term> terms = new ArrayList<>(a.terms());
    terms.addAll(negative(b).terms());
    return Polynomial.of(terms);
  }
}
