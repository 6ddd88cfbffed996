package plastron.plasticity.print;

import java.util.List;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/** A heading, a table of symbols, and the formulas in a fenced math block. */
record MarkdownLayout() implements Layout {

  @Override
  public String rule(PlasticityRule rule, boolean withNormalForm) {
    StringBuilder text = new StringBuilder();
    text.append("## `").append(rule.name()).append("`: ").append(rule.title()).append("\n\n");
    text.append("Source: ").append(rule.citation()).append(".\n\n");
    text.append("| symbol | name | role | axis | bounds |\n|---|---|---|---|---|\n");
    for (Symbol symbol : rule.symbols()) {
      text.append(
          "| $%s$ | `%s` | %s | %s | %s |\n"
              .formatted(
                  symbol.latex(),
                  symbol.name(),
                  Wording.role(symbol),
                  symbol.axis(),
                  Wording.range(rule, symbol)));
    }
    math(text, Equation.declared(rule, LatexNotation.MATH));
    if (withNormalForm) {
      text.append("\nMultiplied out:\n");
      math(text, Equation.normal(rule, LatexNotation.MATH));
    }
    return text.toString();
  }

  @Override
  public String opening() {
    return "# Plasticity rules\n\n";
  }

  @Override
  public String closing() {
    return "";
  }

  private static void math(StringBuilder text, List<Equation> lines) {
    text.append("\n```math\n").append(LatexLayout.aligned("aligned", lines)).append("```\n");
  }
}
