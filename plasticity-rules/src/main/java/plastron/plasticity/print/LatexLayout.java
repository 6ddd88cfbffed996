package plastron.plasticity.print;

import java.util.List;
import java.util.stream.Collectors;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/** A section, a table of symbols and aligned equations; needs only the package amsmath. */
record LatexLayout() implements Layout {

  @Override
  public String rule(PlasticityRule rule, boolean withNormalForm) {
    StringBuilder text = new StringBuilder();
    text.append("\\subsection*{\\texttt{").append(escaped(rule.name())).append("}: ");
    text.append(escaped(rule.title())).append("}\n");
    text.append("Source: ").append(escaped(rule.citation())).append(".\n\n");
    text.append("\\noindent\\begin{tabular}{lllll}\n");
    for (Symbol symbol : rule.symbols()) {
      text.append(
          "$%s$ & \\texttt{%s} & %s & %s & %s \\\\\n"
              .formatted(
                  symbol.latex(),
                  escaped(symbol.name()),
                  Wording.role(symbol),
                  escaped(symbol.axis().name()),
                  Wording.range(rule, symbol)));
    }
    text.append("\\end{tabular}\n");
    text.append(aligned("align*", Equation.declared(rule, LatexNotation.MATH)));
    if (withNormalForm) {
      text.append("Multiplied out:\n")
          .append(aligned("align*", Equation.normal(rule, LatexNotation.MATH)));
    }
    return text.toString();
  }

  @Override
  public String opening() {
    return """
    \\documentclass{article}
    \\usepackage{amsmath}
    \\begin{document}
    \\section*{Plasticity rules}

    """;
  }

  @Override
  public String closing() {
    return "\\end{document}\n";
  }

  /** The equations in an environment that aligns them. */
  static String aligned(String environment, List<Equation> lines) {
    return lines.stream()
        .map(l -> l.left() + " &= " + l.right() + " && \\text{(" + escaped(l.meaning()) + ")}")
        .collect(
            Collectors.joining(
                " \\\\\n", "\\begin{" + environment + "}\n", "\n\\end{" + environment + "}\n"));
  }

  private static String escaped(String text) {
    return text.chars().mapToObj(LatexLayout::escaped).collect(Collectors.joining());
  }

  private static String escaped(int character) {
    return switch (character) {
      case '\\' -> "\\textbackslash{}";
      case '^' -> "\\textasciicircum{}";
      case '~' -> "\\textasciitilde{}";
      case '_', '&', '%', '#', '$', '{', '}' -> "\\" + (char) character;
      default -> Character.toString(character);
    };
  }
}
