package plastron.plasticity.kit;

import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import plastron.plasticity.rule.PlasticityRule;

/** A rule that shrinks to rules with less in them. */
record ShrinkableRule(PlasticityRule value) implements Shrinkable<PlasticityRule> {

  @Override
  public Stream<Shrinkable<PlasticityRule>> shrink() {
    return SimplerRules.of(value).map(ShrinkableRule::new);
  }

  @Override
  public ShrinkingDistance distance() {
    return ShrinkingDistance.of(SimplerRules.size(value));
  }
}
