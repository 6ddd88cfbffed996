package plastron.plasticity.print;

import plastron.plasticity.rule.PlasticityRule;

/** The printed forms of a rule. */
public enum RuleFormat {
  /** Plain text for terminals. */
  TEXT(new TextLayout()),
  /** Markdown with formulas in math blocks. */
  MARKDOWN(new MarkdownLayout()),
  /** LaTeX with the package amsmath. */
  LATEX(new LatexLayout());

  private final Layout layout;

  RuleFormat(Layout layout) {
    this.layout = layout;
  }

  /** The rule as declared; ends with a line break. */
  public String print(PlasticityRule rule) {
    return layout.rule(rule, false);
  }

  /** The rule as declared and, below, multiplied out; ends with a line break. */
  public String printWithNormalForm(PlasticityRule rule) {
    return layout.rule(rule, true);
  }

  /** What stands before several rules; for LaTeX, a preamble. */
  String opening() {
    return layout.opening();
  }

  /** What stands behind several rules. */
  String closing() {
    return layout.closing();
  }
}
