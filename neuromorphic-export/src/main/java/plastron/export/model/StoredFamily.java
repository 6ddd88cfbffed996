package plastron.export.model;

import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A rule that is in no catalogue, as a file declares it: the choices were made when it was written.
 *
 * @param name of the family
 * @param isModulated whether it has a modulator
 * @param options the choices that were made
 * @param rule the rule with these choices
 */
record StoredFamily(String name, boolean isModulated, RuleOptions options, PlasticityRule rule)
    implements RuleFamily {

  /**
   * The catalogue's family if it declares the stored rule; else the stored rule, so that a model
   * keeps the rule that it was trained with whatever later versions of the catalogue say.
   */
  static RuleFamily of(String name, boolean modulated, RuleOptions options, PlasticityRule rule) {
    return Catalogue.find(name)
        .filter(family -> family.build(options).equals(rule))
        .orElseGet(() -> new StoredFamily(name, modulated, options, rule));
  }

  @Override
  public boolean isDecayModulated() {
    return rule.symbol("n").filter(s -> s.axis() == Axis.MODULATOR).isPresent();
  }

  @Override
  public PlasticityRule build(RuleOptions newOptions) {
    if (!newOptions.equals(options)) {
      throw new IllegalArgumentException(
          "Rule %s was stored with options (%s) and cannot be built with (%s)."
              .formatted(name, options, newOptions));
    }
    return rule;
  }
}
