package plastron.plasticity.print;

import java.util.List;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/** Columns of plain text. */
record TextLayout() implements Layout {

  @Override
  public String rule(PlasticityRule rule, boolean withNormalForm) {
    StringBuilder text = new StringBuilder();
    text.append(rule.name()).append(": ").append(rule.title()).append('\n');
    text.append("  source: ").append(rule.citation()).append("\n\n");
    int width = rule.symbols().stream().mapToInt(s -> s.name().length()).max().orElse(0);
    int axisWidth = rule.symbols().stream().mapToInt(s -> s.axis().name().length()).max().orElse(0);
    for (Symbol symbol : rule.symbols()) {
      String line =
          "  %s  %-9s  %s  %s"
              .formatted(
                  padded(symbol.name(), width),
                  Wording.role(symbol),
                  padded(symbol.axis().name(), axisWidth),
                  Wording.range(rule, symbol));
      text.append(line.stripTrailing()).append('\n');
    }
    text.append('\n');
    lines(text, Equation.declared(rule, TextNotation.PLAIN));
    if (withNormalForm) {
      text.append("\n  multiplied out:\n");
      lines(text, Equation.normal(rule, TextNotation.PLAIN));
    }
    return text.toString();
  }

  @Override
  public String opening() {
    return "";
  }

  @Override
  public String closing() {
    return "";
  }

  private static void lines(StringBuilder text, List<Equation> lines) {
    int left = lines.stream().mapToInt(l -> l.left().length()).max().orElse(0);
    int right = lines.stream().mapToInt(l -> l.right().length()).max().orElse(0);
    for (Equation line : lines) {
      text.append("  ").append(padded(line.left(), left)).append(" = ");
      text.append(padded(line.right(), right)).append("   (").append(line.meaning()).append(")\n");
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
