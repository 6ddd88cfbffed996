package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.dot;
import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * The trace learns to predict the post rates from all pre rates: {@code d = y - E x}, equation 11.
 */
final class DpOja implements RuleFamily {

  @Override
  public String name() {
    return "dp-oja";
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    Vocabulary v =
        new Vocabulary(
            PlasticityRule.named(name())
                .titled("Differentiable plasticity, Oja form as printed")
                .citing(Vocabulary.PAPER + ", equation 11"),
            options);
    Symbol d = v.rule.signal("d", sum(ref(v.y), neg(dot(v.e, v.x))));
    return v.rule.update(v.e, v.trace(d, v.x)).weight(v.effectiveWeight());
  }
}
