package plastron.plasticity.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/** Reads the plain text of a formula back, for the law that printing loses nothing. */
final class FormulaReader {

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?(E-?\\d+)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private static final List<Function> FUNCTIONS =
      List.of(new Function.Tanh(), new Function.Sigmoid(), new Function.PositivePart());

  private final PlasticityRule rule;
  private final String text;
  private int at;

  private FormulaReader(PlasticityRule rule, String text) {
    this.rule = rule;
    this.text = text;
  }

  static Expr read(PlasticityRule rule, String text) {
    FormulaReader reader = new FormulaReader(rule, text);
    Expr expr = reader.sum();
    if (reader.at < text.length()) {
      throw new IllegalArgumentException("Left over: " + text.substring(reader.at));
    }
    return expr;
  }

  private Expr sum() {
    List<Expr> parts = new ArrayList<>();
    boolean negative = skip("-");
    do {
      Expr part = product();
      parts.add(negative ? Expr.neg(part) : part);
      negative = text.startsWith(" - ", at);
    } while (skip(" - ") || skip(" + "));
    return new Expr.Sum(parts);
  }

  private Expr product() {
    List<Expr> parts = new ArrayList<>();
    do {
      parts.add(factor());
    } while (skip("."));
    return new Expr.Product(parts);
  }

  private Expr factor() {
    if (skip("(")) {
      Expr inner = sum();
      expect(")");
      return inner;
    }
    if (skip("Dot(")) {
      Symbol matrix = symbol();
      expect(", ");
      Symbol vector = symbol();
      expect(")");
      return Expr.dot(matrix, vector);
    }
    for (Function function : FUNCTIONS) {
      if (skip(function.name() + "(")) {
        Expr operand = sum();
        expect(")");
        return Expr.apply(function, operand);
      }
    }
    if (skip("clamp(")) {
      Expr operand = sum();
      expect(", ");
      double low = number();
      expect(", ");
      double high = number();
      expect(")");
      return Expr.apply(new Function.Clamp(low, high), operand);
    }
    return Character.isDigit(text.charAt(at))
        ? Expr.constant(Double.parseDouble(token(NUMBER)))
        : Expr.ref(symbol());
  }

  private double number() {
    boolean negative = skip("-");
    double size = Double.parseDouble(token(NUMBER));
    return negative ? -size : size;
  }

  private Symbol symbol() {
    String name = token(NAME);
    return rule.symbol(name).orElseThrow(() -> new IllegalArgumentException("No symbol " + name));
  }

  private String token(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw new IllegalArgumentException("Expected " + pattern + " at: " + text.substring(at));
    }
    at = matcher.end();
    return matcher.group();
  }

  private boolean skip(String token) {
    boolean found = text.startsWith(token, at);
    at += found ? token.length() : 0;
    return found;
  }

  private void expect(String token) {
    if (!skip(token)) {
      throw new IllegalArgumentException("Expected " + token + " at: " + text.substring(at));
    }
  }
}
