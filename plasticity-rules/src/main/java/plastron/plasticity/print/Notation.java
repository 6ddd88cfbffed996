package plastron.plasticity.print;

import java.util.List;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Symbol;

/** How the smallest parts of formulas are written. */
sealed interface Notation permits TextNotation, LatexNotation {

  /** A number of at least 0. */
  String number(double value);

  /** The value of a symbol. */
  String symbol(Symbol symbol);

  /** A state's next value. */
  String next(Symbol state);

  /** A matrix-vector product as a summand. */
  String dot(Symbol matrix, Symbol vector);

  /** A matrix-vector product as one factor of several. */
  default String dotFactor(Symbol matrix, Symbol vector) {
    return dot(matrix, vector);
  }

  /**
   * A function.
   *
   * @param operand printed
   */
  String function(Function function, String operand);

  /** What has been printed as a sum, bound as tightly as a single factor. */
  String parentheses(String inner);

  /**
   * A product.
   *
   * @param factors at least two, in order of declaration
   * @param printed their printed forms
   */
  String product(List<Expr> factors, List<String> printed);
}
