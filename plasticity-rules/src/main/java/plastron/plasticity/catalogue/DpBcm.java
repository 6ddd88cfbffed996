package plastron.plasticity.catalogue;

import plastron.core.ledger.Departure;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Sliding threshold on the pre side, as printed: {@code b = x.(x - (phi + psi))}, equations 12 to
 * 14.
 */
@Departure(
    from = "SpikePropamine paper",
    manner = Departure.Manner.FOLLOWED,
    what =
        "The threshold slides on the presynaptic side, as equations 12 to 14 print it; "
            + "textbooks have it on the postsynaptic one.",
    reason = "The printed form is the rule; the textbook's is dp-bcm-classic.",
    test = "PaperAdjointTest.bcm")
final class DpBcm implements RuleFamily {

  @Override
  public String name() {
    return "dp-bcm";
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    Vocabulary v =
        new Vocabulary(
            PlasticityRule.named(name())
                .titled("Differentiable plasticity, BCM form as printed")
                .citing(Vocabulary.PAPER + ", equations 12 to 14"),
            options);
    Symbol b = v.slidingThreshold();
    return v.rule.update(v.e, v.trace(v.y, b)).weight(v.effectiveWeight());
  }
}
