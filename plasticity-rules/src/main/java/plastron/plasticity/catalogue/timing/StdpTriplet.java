package plastron.plasticity.catalogue.timing;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Triplets of spikes, with a slow trace on each side: {@code on pre: E' = E - y1.(A2_minus +
 * A3_minus.x2)}, {@code on post: E' = E + x1.(A2_plus + A3_plus.y2)}, equations 3 and 4 of the
 * paper, whose r1, r2, o1, o2 are x1, x2, y1, y2 here. Time constants are those the paper fits to
 * visual cortex (16.8, 101, 33.7 and 125 ms), at steps of 1 ms.
 */
public final class StdpTriplet implements RuleFamily {

  private static final double TAU_PLUS = 16.8;
  private static final double TAU_X = 101;
  private static final double TAU_MINUS = 33.7;
  private static final double TAU_Y = 125;

  @Override
  public String name() {
    return "stdp-triplet";
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    TimingVocabulary v =
        new TimingVocabulary(
            PlasticityRule.named(name())
                .titled("Spike-timing-dependent plasticity, triplets of spikes")
                .citing(
                    "Pfister and Gerstner 2006, doi 10.1523/JNEUROSCI.1425-06.2006,"
                        + " equations 3 and 4"),
            options);
    Symbol plus2 = v.amplitude("A2_plus", "A_2^+");
    Symbol plus3 = v.amplitude("A3_plus", "A_3^+");
    Symbol minus2 = v.amplitude("A2_minus", "A_2^-");
    Symbol minus3 = v.amplitude("A3_minus", "A_3^-");
    Symbol x1 = v.trace("x1", Axis.PRE, TAU_PLUS);
    Symbol x2 = v.trace("x2", Axis.PRE, TAU_X);
    Symbol y1 = v.trace("y1", Axis.POST, TAU_MINUS);
    Symbol y2 = v.trace("y2", Axis.POST, TAU_Y);
    return v.rule
        .onPre(v.e, sum(ref(v.e), neg(product(minus2, y1)), neg(product(minus3, y1, x2))))
        .onPost(v.e, sum(ref(v.e), product(plus2, x1), product(plus3, x1, y2)))
        .weight(v.effectiveWeight());
  }
}
