package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.sum;

import plastron.core.ledger.Departure;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Each synapse predicts alone: {@code E' = E - eta.E + eta.y.x - eta.E.x.x}, the form that chips
 * without a sum over synapses run.
 */
@Departure(
    from = "SpikePropamine paper",
    what = "Equation 11 sums E x over all synapses of a neuron; here each synapse predicts alone.",
    reason =
        "A rule of its own for chips whose synapses see nothing but themselves; dp-oja is "
            + "the printed one.",
    test = "CatalogueTableTest.theDocumentIsUpToDate")
final class DpOjaLocal implements RuleFamily {

  @Override
  public String name() {
    return "dp-oja-local";
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    Vocabulary v =
        new Vocabulary(
            PlasticityRule.named(name())
                .titled("Differentiable plasticity, Oja form, each synapse predicts alone")
                .citing("local variant of " + Vocabulary.PAPER + ", equation 11"),
            options);
    return v.rule
        .update(v.e, sum(v.trace(v.y, v.x), neg(product(v.eta, v.e, v.x, v.x))))
        .weight(v.effectiveWeight());
  }
}
