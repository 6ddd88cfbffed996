package plastron.plasticity.print;

import java.util.List;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Symbol;

/**
 * Plain characters, {@code eta.y.x}; the axes of the factors say which products are outer products.
 */
enum TextNotation implements Notation {
  PLAIN;

  @Override
  public String number(double value) {
    return Double.toString(value).replaceFirst("\\.0$", "");
  }

  @Override
  public String symbol(Symbol symbol) {
    return symbol.name();
  }

  @Override
  public String next(Symbol state) {
    return state.name() + "'";
  }

  @Override
  public String dot(Symbol matrix, Symbol vector) {
    return "Dot(" + matrix.name() + ", " + vector.name() + ")";
  }

  @Override
  public String function(Function function, String operand) {
    return function.printed(operand);
  }

  @Override
  public String parentheses(String inner) {
    return "(" + inner + ")";
  }

  /**
   * Numbers behind the first factor stand in parentheses: the separator is also the decimal point.
   */
  @Override
  public String product(List<Expr> factors, List<String> printed) {
    StringBuilder text = new StringBuilder(printed.getFirst());
    for (int i = 1; i < printed.size(); i++) {
      String factor = printed.get(i);
      text.append('.').append(Character.isDigit(factor.charAt(0)) ? parentheses(factor) : factor);
    }
    return text.toString();
  }
}
