package plastron.plasticity.catalogue;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.core.ledger.Departure;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** The textbook rule: {@code E' = E + eta.y.x - eta.y.y.E}, no further decay. */
@Departure(
    from = "SpikePropamine paper",
    what = "The decay is the square of the post rate times E, as in Oja 1982, not eta E.",
    reason = "The textbook's rule beside the printed one.",
    test = "CatalogueTableTest.theDocumentIsUpToDate")
final class DpOjaClassic implements RuleFamily {

  @Override
  public String name() {
    return "dp-oja-classic";
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    Vocabulary v =
        new Vocabulary(
            PlasticityRule.named(name())
                .titled("Differentiable plasticity, textbook Oja")
                .citing("Oja 1982, doi 10.1007/BF00275687"),
            options);
    return v.rule
        .update(v.e, sum(ref(v.e), product(v.eta, v.y, v.x), neg(product(v.eta, v.y, v.y, v.e))))
        .weight(v.effectiveWeight());
  }
}
