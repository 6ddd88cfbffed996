package examples;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** A rule of one's own: {@code E' = E - fading E + eta y x}, with two rates to be learned. */
final class FadingTrace {

  private FadingTrace() {}

  static PlasticityRule rule() {
    RuleBuilder rule = PlasticityRule.named("fading-trace");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol w = rule.parameter("W", Axis.SYNAPSE);
    Symbol alpha = rule.parameter("alpha", Axis.POST);
    Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "\\eta");
    Symbol fading = rule.parameter("fading", Axis.GLOBAL, Bounds.UNIT, "\\lambda");
    Symbol trace = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(2), "E");
    return rule.update(trace, sum(ref(trace), neg(product(fading, trace)), product(eta, y, x)))
        .weight(sum(ref(w), product(alpha, trace)));
  }
}
