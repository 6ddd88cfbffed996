package plastron.plasticity.print;

import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Expr;

/**
 * Writes expressions as they were declared: nothing is multiplied out, parentheses stand only where
 * needed.
 */
final class Formula {

  private final Notation notation;

  Formula(Notation notation) {
    this.notation = notation;
  }

  /** An expression. */
  String of(Expr expr) {
    StringBuilder text = new StringBuilder();
    append(text, expr, false);
    return text.toString();
  }

  /** A normal form. */
  String of(Polynomial polynomial) {
    if (polynomial.terms().isEmpty()) {
      return notation.number(0);
    }
    return of(new Expr.Sum(polynomial.terms().stream().map(Formula::expression).toList()));
  }

  /** Adds a summand with its sign. */
  private void append(StringBuilder text, Expr expr, boolean negative) {
    switch (expr) {
      case Expr.Sum s when !negative -> s.parts().forEach(p -> append(text, p, false));
      case Expr.Neg n -> append(text, n.operand(), !negative);
      case Expr.Const c when c.value() < 0 -> append(text, Expr.constant(-c.value()), !negative);
      default -> {
        String sign = negative ? "-" : "";
        if (!text.isEmpty()) {
          sign = negative ? " - " : " + ";
        }
        text.append(sign).append(factor(expr));
      }
    }
  }

  /** An expression that binds at least as tightly as a product. */
  private String factor(Expr expr) {
    return switch (expr) {
      case Expr.Const c when c.value() >= 0 -> notation.number(c.value());
      case Expr.Ref r -> notation.symbol(r.symbol());
      case Expr.Dot d -> notation.dot(d.matrix(), d.vector());
      case Expr.Apply f -> notation.function(f.function(), of(f.operand()));
      case Expr.Product p -> product(flat(p));
      default -> notation.parentheses(of(expr));
    };
  }

  private String product(List<Expr> factors) {
    if (factors.size() == 1) {
      return factor(factors.getFirst());
    }
    List<String> printed =
        factors.stream()
            .map(
                f ->
                    f instanceof Expr.Dot d
                        ? notation.dotFactor(d.matrix(), d.vector())
                        : factor(f))
            .toList();
    return notation.product(factors, printed);
  }

  private static List<Expr> flat(Expr.Product product) {
    List<Expr> factors = new ArrayList<>();
    for (Expr part : product.parts()) {
      if (part instanceof Expr.Product inner) {
        factors.addAll(flat(inner));
      } else {
        factors.add(part);
      }
    }
    return factors;
  }

  private static Expr expression(Term term) {
    double size = Math.abs(term.coefficient());
    List<Expr> factors = new ArrayList<>();
    if (size != 1 || term.factors().isEmpty()) {
      factors.add(Expr.constant(size));
    }
    term.factors().forEach(f -> factors.add(Expr.ref(f)));
    Expr product = new Expr.Product(factors);
    return term.coefficient() < 0 ? Expr.neg(product) : product;
  }
}
