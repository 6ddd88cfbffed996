package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * The three-factor form: an eligibility trace follows the rates, the modulator gates it into the
 * effective trace.
 */
final class NdpElig implements RuleFamily {

  @Override
  public String name() {
    return "ndp-elig";
  }

  @Override
  public boolean isModulated() {
    return true;
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    Vocabulary v =
        new Vocabulary(
            PlasticityRule.named(name())
                .titled("Neuromodulated differentiable plasticity with an eligibility trace")
                .citing(
                    "three-factor form after Schmidgall and Hays 2023 and Miconi et al. 2019"
                        + " (retroactive modulation)"),
            options);
    Symbol elig = v.eligibility();
    Expr m = v.modulator();
    return v.rule
        .update(v.e, sum(ref(v.e), neg(product(v.eta, v.e)), product(m, ref(elig))))
        .weight(v.effectiveWeight());
  }
}
