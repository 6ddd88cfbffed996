package plastron.plasticity.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;

/**
 * The normal form of an expression: a sum of products, sorted, like terms merged, zero terms
 * dropped.
 *
 * @param terms fewest factors first, then by the factors' order
 */
public record Polynomial(List<Term> terms) {

  private static final Comparator<List<Symbol>> BY_FACTORS =
      (a, b) -> {
        if (a.size() != b.size()) {
          return Integer.compare(a.size(), b.size());
        }
        for (int i = 0; i < a.size(); i++) {
          int c = a.get(i).compareTo(b.get(i));
          if (c != 0) {
            return c;
          }
        }
        return 0;
      };

  /** Merges and sorts any list of terms. */
  public static Polynomial of(List<Term> terms) {
    Map<List<Symbol>, Double> merged = new TreeMap<>(BY_FACTORS);
    for (Term term : terms) {
      merged.merge(term.factors(), term.coefficient(), Double::sum);
    }
    List<Term> sorted = new ArrayList<>();
    merged.forEach(
        (factors, coefficient) -> {
          if (coefficient != 0) {
            sorted.add(new Term(coefficient, factors));
          }
        });
    return new Polynomial(List.copyOf(sorted));
  }

  /**
   * Multiplies an expression out.
   *
   * @throws IllegalArgumentException if it contains a matrix-vector product or a function (those
   *     are split off first, see {@link RuleDerivation})
   */
  public static Polynomial of(Expr expr) {
    return switch (expr) {
      case Expr.Const c -> of(List.of(new Term(c.value(), List.of())));
      case Expr.Ref r -> of(List.of(new Term(1, List.of(r.symbol()))));
      case Expr.Neg n -> of(n.operand()).times(new Polynomial(List.of(new Term(-1, List.of()))));
      case Expr.Sum s -> of(s.parts().stream().flatMap(p -> of(p).terms.stream()).toList());
      case Expr.Product p ->
          p.parts().stream().map(Polynomial::of).reduce(Polynomial::times).orElseThrow();
      case Expr.Dot d ->
          throw new IllegalArgumentException(
              "Matrix-vector product (%s, %s) has no polynomial form."
                  .formatted(d.matrix(), d.vector()));
      case Expr.Apply f ->
          throw new IllegalArgumentException(
              "Function (%s) has no polynomial form.".formatted(f.function().name()));
    };
  }

  /** The product of two normal forms. */
  public Polynomial times(Polynomial other) {
    List<Term> products = new ArrayList<>();
    for (Term a : terms) {
      for (Term b : other.terms) {
        products.add(a.times(b));
      }
    }
    return of(products);
  }

  /**
   * The partial derivative entry by entry, all other symbols held fixed: again a polynomial of the
   * language. On normal forms the rules of differentiation (constant, reference, negation, sum,
   * product) come down to this one line a term.
   */
  public Polynomial derivative(Symbol symbol) {
    List<Term> derived = new ArrayList<>();
    for (Term term : terms) {
      int degree = term.degree(symbol);
      if (degree > 0) {
        List<Symbol> rest = new ArrayList<>(term.factors());
        rest.remove(symbol);
        derived.add(new Term(degree * term.coefficient(), rest));
      }
    }
    return of(derived);
  }

  /** The union of the terms' axes. */
  public Axis axis() {
    Axis axis = Axis.GLOBAL;
    for (Term term : terms) {
      for (Symbol factor : term.factors()) {
        axis = axis.union(factor.axis());
      }
    }
    return axis;
  }

  /** The symbol that this polynomial is, if it is one symbol and nothing else. */
  public Optional<Symbol> asSymbol() {
    if (terms.size() != 1 || terms.getFirst().coefficient() != 1) {
      return Optional.empty();
    }
    List<Symbol> factors = terms.getFirst().factors();
    return factors.size() == 1 ? Optional.of(factors.getFirst()) : Optional.empty();
  }

  /** Whether any term has the symbol as a factor. */
  public boolean uses(Symbol symbol) {
    return terms.stream().anyMatch(t -> t.degree(symbol) > 0);
  }

  /** The terms, grouped by the factors that change along a row: see {@link RowForm}. */
  Map<Monomial, List<Term>> byColumnFactors(Axis rows) {
    Axis columns = rows == Axis.PRE ? Axis.POST : Axis.PRE;
    Map<Monomial, List<Term>> groups = new LinkedHashMap<>();
    for (Term term : terms) {
      Monomial key = new Monomial(term.factors(columns), term.factors(Axis.SYNAPSE));
      List<Symbol> rest =
          term.factors().stream().filter(f -> f.axis() == Axis.GLOBAL || f.axis() == rows).toList();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(new Term(term.coefficient(), rest));
    }
    return groups;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(terms.isEmpty() ? "0" : "");
    for (Term term : terms) {
      String printed = term.toString();
      if (text.isEmpty()) {
        text.append(printed);
      } else {
        text.append(printed.startsWith("-") ? " - " + printed.substring(1) : " + " + printed);
      }
    }
    return text.toString();
  }
}
