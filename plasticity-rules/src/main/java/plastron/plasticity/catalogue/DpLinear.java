package plastron.plasticity.catalogue;

import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * The trace follows the product of the two rates: {@code E' = E - eta.E + eta.y.x}, equation 10.
 */
final class DpLinear implements RuleFamily {

  @Override
  public String name() {
    return "dp-linear";
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    Vocabulary v =
        new Vocabulary(
            PlasticityRule.named(name())
                .titled("Differentiable plasticity, linear")
                .citing(Vocabulary.PAPER + ", equation 10"),
            options);
    return v.rule.update(v.e, v.trace(v.y, v.x)).weight(v.effectiveWeight());
  }
}
