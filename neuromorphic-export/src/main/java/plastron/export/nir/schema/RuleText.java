package plastron.export.nir.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Symbol;

/**
 * Expressions as text with brackets, such as {@code (sum W (product alpha E))}: numbers, names of
 * symbols, {@code neg}, {@code sum}, {@code product}, {@code dot}, and the functions {@code tanh},
 * {@code sigmoid}, {@code positive} and {@code clamp} with its two ends before the operand. Reading
 * back gives an equal expression.
 */
final class RuleText {

  private static final int DEEPEST = 500;
  private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[^\\s()]+)");

  private final List<String> tokens;
  private final Map<String, Symbol> symbols;
  private int next;
  private int depth;

  private RuleText(List<String> tokens, Map<String, Symbol> symbols) {
    this.tokens = tokens;
    this.symbols = symbols;
  }

  /**
   * Writes an expression.
   *
   * @throws IllegalArgumentException if more brackets stand within each other than are read
   */
  static String print(Expr expr) {
    StringBuilder text = new StringBuilder();
    print(expr, text, 0);
    return text.toString();
  }

  private static void print(Expr expr, StringBuilder text, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "Expression has more than %d operations within each other, expected fewer."
              .formatted(DEEPEST));
    }
    switch (expr) {
      case Expr.Const c -> text.append(c.value());
      case Expr.Ref r -> text.append(r.symbol().name());
      case Expr.Neg n -> print("neg", List.of(n.operand()), text, depth);
      case Expr.Sum s -> print("sum", s.parts(), text, depth);
      case Expr.Product p -> print("product", p.parts(), text, depth);
      case Expr.Dot d -> text.append("(dot %s %s)".formatted(d.matrix(), d.vector()));
      case Expr.Apply(Function.Clamp(double low, double high), Expr operand) ->
          print("clamp %s %s".formatted(low, high), List.of(operand), text, depth);
      case Expr.Apply f -> print(f.function().name(), List.of(f.operand()), text, depth);
    }
  }

  private static void print(String operation, List<Expr> parts, StringBuilder text, int depth) {
    text.append('(').append(operation);
    for (Expr part : parts) {
      text.append(' ');
      print(part, text, depth + 1);
    }
    text.append(')');
  }

  /**
   * Reads an expression.
   *
   * @param symbols that may stand in it, by name
   * @throws IllegalArgumentException if it is none
   */
  static Expr parse(String text, Map<String, Symbol> symbols) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      matcher.region(matcher.end(), text.length());
    }
    RuleText reading = new RuleText(tokens, symbols);
    Expr expr = reading.expr();
    if (reading.next < tokens.size()) {
      throw reading.refused(tokens.get(reading.next), "nothing behind it");
    }
    return expr;
  }

  private Expr expr() {
    String token = take("a number, a symbol or a bracket");
    if (!token.equals("(")) {
      return token.matches("[A-Za-z].*") ? Expr.ref(symbol(token)) : Expr.constant(number(token));
    }
    depth++;
    if (depth > DEEPEST) {
      throw refused(token, "at most %d brackets within each other".formatted(DEEPEST));
    }
    Expr expr = bracket(take("an operation"));
    depth--;
    String end = take("a closing bracket");
    if (!end.equals(")")) {
      throw refused(end, "a closing bracket");
    }
    return expr;
  }

  private Expr bracket(String operation) {
    return switch (operation) {
      case "neg" -> Expr.neg(expr());
      case "sum" -> new Expr.Sum(parts());
      case "product" -> new Expr.Product(parts());
      case "dot" -> Expr.dot(symbol(take("a symbol")), symbol(take("a symbol")));
      case "tanh" -> Expr.apply(new Function.Tanh(), expr());
      case "sigmoid" -> Expr.apply(new Function.Sigmoid(), expr());
      case "positive" -> Expr.apply(new Function.PositivePart(), expr());
      case "clamp" -> {
        double low = number(take("a number"));
        double high = number(take("a number"));
        yield Expr.apply(new Function.Clamp(low, high), expr());
      }
      default -> throw refused(operation, "neg, sum, product, dot or a function");
    };
  }

  private List<Expr> parts() {
    List<Expr> parts = new ArrayList<>();
    while (next < tokens.size() && !tokens.get(next).equals(")")) {
      parts.add(expr());
    }
    return parts;
  }

  private String take(String expected) {
    if (next == tokens.size()) {
      throw refused("its end", expected);
    }
    return tokens.get(next++);
  }

  private Symbol symbol(String name) {
    Symbol symbol = symbols.get(name);
    if (symbol == null) {
      throw refused(name, "one of " + symbols.keySet());
    }
    return symbol;
  }

  private double number(String token) {
    try {
      return Double.parseDouble(token);
    } catch (NumberFormatException e) {
      throw refused(token, "a number");
    }
  }

  private IllegalArgumentException refused(String token, String expected) {
    return new IllegalArgumentException(
        "Expression has (%s), expected %s.".formatted(token, expected));
  }
}
