package plastron.loihi.legal;

import java.util.Comparator;
import java.util.List;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * The order of factors and terms in programs: by axis, role and place of declaration. A normal form
 * is sorted by names; a program must not change when symbols are called otherwise.
 *
 * @param rule whose symbols these are
 */
public record TermOrder(RuleDerivation rule) {

  private static final List<Role> ROLES =
      List.of(Role.STATE, Role.PARAMETER, Role.EXTERNAL, Role.SIGNAL, Role.ACTIVITY);

  /** The factors of a term in order. */
  public List<Symbol> factors(List<Symbol> factors) {
    return factors.stream().sorted(this::compare).toList();
  }

  /** The terms of a polynomial in order, fewest factors first. */
  public List<Term> terms(Polynomial polynomial) {
    return polynomial.terms().stream()
        .sorted(
            Comparator.comparingInt((Term t) -> t.factors().size())
                .thenComparing(t -> factors(t.factors()), this::compareLists))
        .toList();
  }

  private int compareLists(List<Symbol> a, List<Symbol> b) {
    for (int k = 0; k < a.size(); k++) {
      int byFactor = compare(a.get(k), b.get(k));
      if (byFactor != 0) {
        return byFactor;
      }
    }
    return 0;
  }

  private int compare(Symbol a, Symbol b) {
    int byAxis = a.axis().compareTo(b.axis());
    if (byAxis != 0) {
      return byAxis;
    }
    int byRole = Integer.compare(ROLES.indexOf(a.role()), ROLES.indexOf(b.role()));
    return byRole != 0 ? byRole : Integer.compare(rule.index(a), rule.index(b));
  }
}
