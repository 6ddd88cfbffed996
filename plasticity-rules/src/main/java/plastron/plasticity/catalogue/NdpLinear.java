package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;

import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** The linear rule with a modulator: {@code E' = E - eta.E + eta.M.y.x}. */
final class NdpLinear implements RuleFamily {

  @Override
  public String name() {
    return "ndp-linear";
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
                .titled("Neuromodulated differentiable plasticity, linear")
                .citing("modulated form of " + Vocabulary.PAPER + ", equation 10"),
            options);
    Symbol q = v.rule.signal("q", product(v.modulator(), ref(v.y)));
    return v.rule.update(v.e, v.trace(q, v.x)).weight(v.effectiveWeight());
  }
}
