package plastron.plasticity.catalogue.timing;

import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Pairs of spikes: {@code on pre: E' = E - A_minus.y1}, {@code on post: E' = E + A_plus.x1}. All
 * pairs count. Both time constants are 20 steps, the 20 ms of Song, Miller and Abbott at steps of 1
 * ms.
 */
public final class Stdp implements RuleFamily {

  static final double TIME_CONSTANT = 20;

  @Override
  public String name() {
    return "stdp";
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    TimingVocabulary v =
        new TimingVocabulary(
            PlasticityRule.named(name())
                .titled("Spike-timing-dependent plasticity, pairs of spikes")
                .citing(
                    "Song, Miller and Abbott 2000, doi 10.1038/78829, additive, all pairs by"
                        + " traces"),
            options);
    v.pairs(v.e, TIME_CONSTANT);
    return v.rule.weight(v.effectiveWeight());
  }
}
