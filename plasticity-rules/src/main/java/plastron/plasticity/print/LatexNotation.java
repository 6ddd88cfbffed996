package plastron.plasticity.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Symbol;

/**
 * LaTeX math with standard macros. Numbers of the layer come first, then the vectors, an outer
 * product as {@code post \otimes pre}, then what is synapse-shaped, entry by entry ({@code \odot}).
 */
enum LatexNotation implements Notation {
  MATH;

  private static final Pattern SCIENTIFIC = Pattern.compile("(.*?)(?:\\.0)?E(-?\\d+)");

  @Override
  public String number(double value) {
    String plain = TextNotation.PLAIN.number(value);
    Matcher scientific = SCIENTIFIC.matcher(plain);
    return scientific.matches()
        ? scientific.group(1) + " \\cdot 10^{" + scientific.group(2) + "}"
        : plain;
  }

  @Override
  public String symbol(Symbol symbol) {
    return symbol.latex();
  }

  @Override
  public String next(Symbol state) {
    return state.latex() + "'";
  }

  @Override
  public String dot(Symbol matrix, Symbol vector) {
    return matrix.latex() + " \\, " + vector.latex();
  }

  @Override
  public String dotFactor(Symbol matrix, Symbol vector) {
    return "(" + dot(matrix, vector) + ")";
  }

  @Override
  public String function(Function function, String operand) {
    return switch (function) {
      case Function.Tanh f -> "\\tanh" + parentheses(operand);
      case Function.Sigmoid f -> "\\operatorname{sigmoid}" + parentheses(operand);
      case Function.PositivePart f -> parentheses(operand) + "_+";
      case Function.Clamp(double low, double high) ->
          parentheses(operand) + "_{%s}^{%s}".formatted(signed(low), signed(high));
    };
  }

  private String signed(double value) {
    return value < 0 ? "-" + number(-value) : number(value);
  }

  @Override
  public String parentheses(String inner) {
    return "\\left(" + inner + "\\right)";
  }

  @Override
  public String product(List<Expr> factors, List<String> printed) {
    List<String> scalars = on(Axis.GLOBAL, factors, printed);
    List<String> post = on(Axis.POST, factors, printed);
    List<String> pre = on(Axis.PRE, factors, printed);
    List<String> entries = new ArrayList<>();
    List<String> synapse = on(Axis.SYNAPSE, factors, printed);
    if (!post.isEmpty() && !pre.isEmpty()) {
      String outer = bound(post) + " \\otimes " + bound(pre);
      entries.add(synapse.isEmpty() ? outer : parentheses(outer));
    } else {
      entries.addAll(post);
      entries.addAll(pre);
    }
    entries.addAll(synapse);
    String vectors = String.join(" \\odot ", entries);
    // Two numbers side by side would read as one.
    StringBuilder text = new StringBuilder();
    for (String scalar : scalars) {
      boolean digits = Character.isDigit(scalar.charAt(0)) && !text.isEmpty();
      text.append(text.isEmpty() ? "" : digits ? " \\cdot " : " \\, ").append(scalar);
    }
    return text + (text.isEmpty() || vectors.isEmpty() ? "" : " \\, ") + vectors;
  }

  private static List<String> on(Axis axis, List<Expr> factors, List<String> printed) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i).axis() == axis) {
        chosen.add(printed.get(i));
      }
    }
    return chosen;
  }

  private String bound(List<String> factors) {
    return factors.size() == 1 ? factors.getFirst() : parentheses(String.join(" \\odot ", factors));
  }
}
