package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** Sliding threshold on the post side, as in textbooks: {@code b = y.(y - theta)}. */
final class DpBcmClassic implements RuleFamily {

  @Override
  public String name() {
    return "dp-bcm-classic";
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    Vocabulary v =
        new Vocabulary(
            PlasticityRule.named(name())
                .titled("Differentiable plasticity, textbook BCM")
                .citing(
                    "Bienenstock, Cooper and Munro 1982, doi 10.1523/JNEUROSCI.02-01-00032.1982"),
            options);
    Symbol theta = v.rule.state("theta", Axis.POST, Bounds.NONE, "\\theta");
    Symbol etaPhi = v.rule.parameter("eta_phi", Axis.GLOBAL, Bounds.UNIT, "\\eta_\\phi");
    Symbol b = v.rule.signal("b", sum(product(v.y, v.y), neg(product(v.y, theta))));
    return v.rule
        .update(theta, sum(ref(theta), neg(product(etaPhi, theta)), product(etaPhi, v.y, v.y)))
        .update(v.e, v.trace(b, v.x))
        .weight(v.effectiveWeight());
  }
}
