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
 * The three-factor form with two modulators: one gates the eligibility trace into the effective
 * trace, the other gates the decay: {@code E' = E - eta.N.E + M.e}.
 */
final class NdpEligDecay implements RuleFamily {

  @Override
  public String name() {
    return "ndp-elig-decay";
  }

  @Override
  public boolean isModulated() {
    return true;
  }

  @Override
  public boolean isDecayModulated() {
    return true;
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    Vocabulary v =
        new Vocabulary(
            PlasticityRule.named(name())
                .titled(
                    "Neuromodulated differentiable plasticity with an eligibility trace and a"
                        + " modulated decay")
                .citing(
                    "three-factor form with gated decay after Schmidgall and Hays 2023 and Miconi"
                        + " et al. 2019 (retroactive modulation)"),
            options);
    Symbol elig = v.eligibility();
    Expr m = v.modulator();
    Expr n = v.decayModulator();
    return v.rule
        .update(v.e, sum(ref(v.e), neg(product(ref(v.eta), n, ref(v.e))), product(m, ref(elig))))
        .weight(v.effectiveWeight());
  }
}
