package plastron.export.kit;

import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** The simplest rule of the catalogue as a user would test it. */
class LinearRuleContract implements RuleContract {

  @Override
  public PlasticityRule rule() {
    return Catalogue.find("dp-linear").orElseThrow().build(RuleOptions.paper());
  }
}
