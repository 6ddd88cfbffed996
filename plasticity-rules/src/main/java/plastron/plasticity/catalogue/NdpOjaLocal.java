package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * The modulated Oja form where each synapse predicts alone: {@code E' = E - eta.E + eta.M.y.x -
 * eta.E.x.x}.
 */
final class NdpOjaLocal implements RuleFamily {

  @Override
  public String name() {
    return "ndp-oja-local";
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
                .titled(
                    "Neuromodulated differentiable plasticity, Oja form, each synapse predicts"
                        + " alone")
                .citing("local variant of " + Vocabulary.PAPER + ", equations 16 and 17"),
            options);
    Symbol q = v.rule.signal("q", product(v.modulator(), ref(v.y)));
    return v.rule
        .update(v.e, sum(v.trace(q, v.x), neg(product(v.eta, v.e, v.x, v.x))))
        .weight(v.effectiveWeight());
  }
}
