package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;

import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** The BCM form with a modulator: {@code E' = E - eta.E + eta.M.y.b}, equations 18 to 21. */
final class NdpBcm implements RuleFamily {

  @Override
  public String name() {
    return "ndp-bcm";
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
                .titled("Neuromodulated differentiable plasticity, BCM form as printed")
                .citing(Vocabulary.PAPER + ", equations 18 to 21"),
            options);
    Symbol q = v.rule.signal("q", product(v.modulator(), ref(v.y)));
    Symbol b = v.slidingThreshold();
    return v.rule.update(v.e, v.trace(q, b)).weight(v.effectiveWeight());
  }
}
