package plastron.loihi.ruletext;

import java.util.Map;
import java.util.Optional;
import plastron.export.diagnostic.Diagnostics;
import plastron.loihi.learning.TraceParameters;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A rule of Lava in the rule language: x1 and y1 are rates in units of what a steady spike train
 * raises the trace to, x2 a slow average of x, y2 - y3 of three-factor rules a modulator. The
 * weight is {@code alpha.E}: with a tag, alpha is the tag and {@code w = t.E}; without, E is w in
 * units of its full scale.
 *
 * @param rule with a parameter for every product
 * @param start values of the parameters for which it is Lava's rule
 */
record LanguageRule(PlasticityRule rule, Map<String, Double> start) {

  private static final double FRACTION = 128;

  /** What one spike adds on average, as Lava draws it. */
  static double impulse(TraceParameters trace) {
    return trace.impulse().whole() + Math.min(1, trace.impulse().fraction() / FRACTION);
  }

  /** Empty, with the reason among the diagnostics, if the language cannot say the rule. */
  static Optional<LanguageRule> of(LavaRule rule, double referenceRate, Diagnostics diagnostics) {
    try {
      LanguageRule said = new RuleTranslation(rule, referenceRate).translate();
      if (said.rule.isTimed()) {
        diagnostics.warn(
            "L-COINCIDENT",
            "rule language",
            "where both neurons of a synapse fire in one step, Lava's traces hold the other's spike"
                + " and the rule language's do not.",
            "");
      }
      return Optional.of(said);
    } catch (RuleTranslation.NoWords e) {
      diagnostics.warn("L-LANGUAGE", "rule language", String.valueOf(e.getMessage()), "");
      return Optional.empty();
    }
  }
}
