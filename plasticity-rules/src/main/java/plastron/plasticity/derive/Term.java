package plastron.plasticity.derive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * One product of a normal form: {@code coefficient . factor . factor ...}.
 *
 * @param coefficient a number, never 0 inside a {@link Polynomial}
 * @param factors sorted by axis, then name; a square is the same factor twice
 */
public record Term(double coefficient, List<Symbol> factors) {

  public Term {
    factors = factors.stream().sorted().toList();
  }

  /** The product of two terms. */
  Term times(Term other) {
    List<Symbol> all = new ArrayList<>(factors);
    all.addAll(other.factors);
    return new Term(coefficient * other.coefficient, all);
  }

  /** The factors on one axis. */
  public List<Symbol> factors(Axis axis) {
    return factors.stream().filter(f -> f.axis() == axis).toList();
  }

  /** How often a symbol occurs as a factor. */
  public int degree(Symbol symbol) {
    return Collections.frequency(factors, symbol);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (coefficient == -1 && !factors.isEmpty()) {
      text.append('-');
    } else if (coefficient != 1 || factors.isEmpty()) {
      text.append(Double.toString(coefficient).replaceFirst("\\.0$", ""));
      text.append(factors.isEmpty() ? "" : ".");
    }
    return text + String.join(".", factors.stream().map(Symbol::name).toList());
  }
}
