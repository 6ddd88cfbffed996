package plastron.plasticity.print;

import plastron.plasticity.rule.PlasticityRule;

/** How a rule's parts are arranged in one format. */
sealed interface Layout permits TextLayout, MarkdownLayout, LatexLayout {

  /** A whole rule. */
  String rule(PlasticityRule rule, boolean withNormalForm);

  /** What stands before several rules. */
  String opening();

  /** What stands behind several rules. */
  String closing();
}
