package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.dot;
import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.core.ledger.Departure;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** The Oja form with a modulator: {@code d = M.y - E x}, equations 16 and 17. */
@Departure(
    from = "SpikePropamine paper",
    manner = Departure.Manner.FOLLOWED,
    what = "The prediction E x of equation 16 is not modulated, only the rate is.",
    reason = "As printed; the gradients by hand agree.",
    test = "PaperAdjointTest.modulatedOja")
final class NdpOja implements RuleFamily {

  @Override
  public String name() {
    return "ndp-oja";
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
                .titled("Neuromodulated differentiable plasticity, Oja form as printed")
                .citing(Vocabulary.PAPER + ", equations 16 and 17"),
            options);
    Symbol d = v.rule.signal("d", sum(product(v.modulator(), ref(v.y)), neg(dot(v.e, v.x))));
    return v.rule.update(v.e, v.trace(d, v.x)).weight(v.effectiveWeight());
  }
}
