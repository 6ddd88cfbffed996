package plastron.export.kit;

import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** A rule as it is, whatever is chosen. */
public record OneRule(PlasticityRule rule) implements RuleFamily {

  @Override
  public String name() {
    return rule.name();
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    return rule;
  }
}
