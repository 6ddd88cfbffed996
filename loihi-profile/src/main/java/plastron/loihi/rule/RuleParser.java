package plastron.loihi.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plastron.core.ledger.Departure;

/**
 * Reads the rule strings of one rule set in Lava's syntax: a sum of products, each with a gate (x0,
 * y0 or u with one digit), literals {@code n}, {@code 2^e} and {@code n*2^e}, variables, brackets
 * of one variable and one literal, and {@code sgn()} of w, d or t. Strings that Lava accepts and
 * misreads, such as {@code sgn(-w)}, {@code (w*2)} or {@code x0*u1}, are refused. One parser serves
 * one rule set, because all its strings share one k.
 */
@Departure(
    from = "Lava",
    what =
        "Strings such as sgn(-w), (w*2) and x0*u1 are accepted and misread; here they are "
            + "refused.",
    reason = "What would be misread is not written, and not read.",
    test = "RuleParserTest.refusesWhatWouldBeMisread")
public final class RuleParser {

  private OptionalInt exponent = OptionalInt.empty();

  /** The k of the strings read so far, empty as long as none used u. */
  public OptionalInt exponent() {
    return exponent;
  }

  /**
   * Reads one string.
   *
   * @throws RuleSyntaxException if the string is not in the syntax, a scale does not fit, a product
   *     has no gate, or its k differs from that of an earlier product
   */
  public ProductSeries parse(String rule) {
    RuleTokens tokens = new RuleTokens(rule);
    List<Product> products = new ArrayList<>();
    int sign = tokens.takeSign();
    products.add(new Term(tokens, sign).read());
    while (!tokens.atEnd()) {
      products.add(new Term(tokens, tokens.takeSign()).read());
    }
    return new ProductSeries(products);
  }

  /** One product while it is read. */
  private final class Term {

    private final RuleTokens tokens;
    private RuleScale scale;
    private @Nullable Gate gate;
    private final List<Factor> factors = new ArrayList<>();

    Term(RuleTokens tokens, int sign) {
      this.tokens = tokens;
      this.scale = RuleScale.ONE.times(sign);
    }

    Product read() {
      do {
        factor();
      } while (tokens.takeIf("*"));
      if (!tokens.atEnd() && !tokens.atSign()) {
        throw tokens.refuse(
            "has (%s) where an operator is expected".formatted(tokens.peek()),
            "Maybe a * is missing.");
      }
      if (gate == null) {
        throw tokens.refuse("has a product without a gate", "Maybe multiply it with x0, y0 or u0.");
      }
      RuleScale normal = scale.normalised();
      try {
        return new Product(gate, Math.toIntExact(normal.mantissa()), normal.exponent(), factors);
      } catch (IllegalArgumentException notRepresentable) {
        throw tokens.refuse(
            "has a scale that does not fit", String.valueOf(notRepresentable.getMessage()));
      } catch (ArithmeticException tooLarge) {
        throw tokens.refuse(
            "has the mantissa (%d)".formatted(normal.mantissa()), "Expected -8 to 7 times 2^e.");
      }
    }

    private void factor() {
      if (tokens.atSign()) {
        throw tokens.refuse(
            "has a sign (%s) inside a product".formatted(tokens.peek()),
            "Maybe move it to the front.");
      } else if (tokens.atNumber()) {
        scale = scale.times(RuleScale.take(tokens), tokens);
      } else if (tokens.takeIf("(")) {
        bracket(false);
      } else {
        name(tokens.take());
      }
    }

    private void name(String name) {
      if (name.equals("sgn") && tokens.takeIf("(")) {
        bracket(true);
      } else if (name.equals("x0") || name.equals("y0")) {
        if (gate == null) {
          gate = name.equals("x0") ? Gate.X0 : Gate.Y0;
        } else {
          factors.add(Factor.of(variable(name)));
        }
      } else if (name.matches("u\\d+")) {
        u(name);
      } else {
        factors.add(Factor.of(variable(name)));
      }
    }

    private void u(String name) {
      if (name.length() > 2) {
        throw tokens.refuse("has the gate (%s)".formatted(name), "Maybe use u with one digit.");
      }
      if (gate != null) {
        throw tokens.refuse(
            "has (%s) after another gate, which would be ignored".formatted(name),
            "Maybe write %s first.".formatted(name));
      }
      int k = name.charAt(1) - '0';
      if (exponent.isPresent() && exponent.getAsInt() != k) {
        throw tokens.refuse(
            "uses (%s) beside u%d".formatted(name, exponent.getAsInt()),
            "Expected one k for the whole rule set.");
      }
      exponent = OptionalInt.of(k);
      gate = Gate.U;
    }

    private Variable variable(String name) {
      for (Variable variable : Variable.values()) {
        if (variable.symbol().equals(name)) {
          return variable;
        }
      }
      throw tokens.refuse(
          "has the unknown name (%s)".formatted(name), "Expected x0-x2, y0-y3, w, d, t or u0-u9.");
    }

    /** The inside of a bracket: a variable, a literal, or a sum of both in either order. */
    private void bracket(boolean isSign) {
      int sign = tokens.takeSign();
      if (tokens.atNumber()) {
        RuleScale literal = literal().times(sign);
        if (tokens.takeIf(")")) {
          if (isSign) {
            throw tokens.refuse("has sgn() of a number", "Expected sgn() of w, d or t.");
          }
          scale = scale.times(literal, tokens);
          return;
        }
        int variableSign = sumSign();
        add(
            variableSign,
            variable(tokens.take()),
            OptionalInt.of(literal.constant(tokens)),
            isSign);
      } else {
        Variable variable = variable(tokens.take());
        OptionalInt constant = OptionalInt.empty();
        if (!tokens.peek().equals(")")) {
          int constantSign = sumSign();
          constant = OptionalInt.of(literal().times(constantSign).constant(tokens));
        }
        add(sign, variable, constant, isSign);
      }
      if (!tokens.takeIf(")")) {
        throw tokens.refuse(
            "has (%s) where a bracket should close".formatted(tokens.peek()),
            "Expected one variable and one literal.");
      }
    }

    private RuleScale literal() {
      RuleScale literal = RuleScale.take(tokens);
      while (tokens.takeIf("*")) {
        if (!tokens.atNumber()) {
          throw tokens.refuse(
              "multiplies inside a bracket", "Maybe move the number in front of the bracket.");
        }
        literal = literal.times(RuleScale.take(tokens), tokens);
      }
      return literal;
    }

    private int sumSign() {
      if (tokens.atEnd()) {
        throw tokens.refuse("ends inside a bracket", "Maybe a bracket should close.");
      }
      if (!tokens.atSign()) {
        throw tokens.refuse(
            "has (%s) inside a bracket where + or - is expected".formatted(tokens.peek()),
            "Maybe move the number in front of the bracket.");
      }
      return tokens.takeSign();
    }

    private void add(int sign, Variable variable, OptionalInt constant, boolean isSign) {
      if (sign < 0 && isSign) {
        throw tokens.refuse("has sgn() of a negated variable", "Maybe negate the product instead.");
      }
      if (constant.isEmpty() && (sign < 0 || variable == Variable.X0 || variable == Variable.Y0)) {
        throw tokens.refuse(
            "has the bracket (%s%s), which Lava misreads"
                .formatted(sign < 0 ? "-" : "", variable.symbol()),
            "Maybe write it without the bracket.");
      }
      if (isSign && variable.axis() != Variable.Axis.SYNAPSE) {
        throw tokens.refuse(
            "has sgn(%s)".formatted(variable.symbol()), "Expected sgn() of w, d or t.");
      }
      scale = scale.times(sign);
      OptionalInt signed =
          constant.isPresent() ? OptionalInt.of(sign * constant.getAsInt()) : constant;
      factors.add(new Factor(variable, signed, isSign));
    }
  }
}
