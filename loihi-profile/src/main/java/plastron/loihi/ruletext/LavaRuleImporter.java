package plastron.loihi.ruletext;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.core.check.Require;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.format.ImportedRule;
import plastron.export.format.RuleImporter;

/** Reads learning rules of Lava. */
public final class LavaRuleImporter implements RuleImporter {

  @Override
  public String name() {
    return "lava";
  }

  @Override
  public String description() {
    return "learning rules of Lava: Loihi2FLearningRule(dw=\"...\", x1_impulse=16, x1_tau=20), or"
        + " dw alone";
  }

  @Override
  public ImportedRule read(String text, double referenceRate) {
    LavaRule rule = LavaRuleText.read(Require.given("Lava rule", text));
    if (!(referenceRate > 0 && referenceRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Reference rate (%s) must be above 0.".formatted(referenceRate));
    }
    Diagnostics diagnostics = new Diagnostics();
    RuleLimits.check(rule, diagnostics);
    Optional<LanguageRule> language = LanguageRule.of(rule, referenceRate, diagnostics);
    List<String> lines = RuleMeaning.of(rule);
    return new ImportedRule(
        lines,
        diagnostics.all(),
        language.map(LanguageRule::rule),
        language.map(LanguageRule::start).orElse(Map.of()),
        rule.interval());
  }
}
