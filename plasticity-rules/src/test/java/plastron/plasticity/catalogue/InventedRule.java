package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.constant;
import static plastron.plasticity.expr.Expr.dot;
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
import plastron.plasticity.rule.RuleBuilder;

/** A rule nobody ships: all there is to write for a new rule, besides its line in the catalogue. */
final class InventedRule implements RuleFamily {

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    RuleBuilder rule = PlasticityRule.named(name()).titled("A toy").citing("made up for the tests");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Symbol beta = rule.parameter("beta", Axis.PRE, Bounds.UNIT, "\\beta");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(options.clip()), "E");
    Symbol mean = rule.state("mean", Axis.POST, Bounds.NONE, "\\mu");
    Symbol surprise = rule.signal("surprise", sum(ref(y), neg(dot(e, x)), neg(ref(mean))));
    return rule.update(mean, sum(product(constant(0.5), ref(mean)), product(constant(0.5), ref(y))))
        .update(
            e, sum(ref(e), product(ref(beta), sum(product(surprise, x), neg(product(e, e, e))))))
        .weight(sum(ref(w), product(beta, e)));
  }
}
