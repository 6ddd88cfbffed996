package plastron.plasticity.kit;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** Rules to try something on. They shrink to rules with less in them. */
public final class DrawnRules {

  private DrawnRules() {}

  /** Rules of the language: symbols of all axes and roles, signals, several states. */
  public static Arbitrary<PlasticityRule> any() {
    return Arbitraries.fromGenerator(
        random -> new ShrinkableRule(RandomRule.draw(random.nextLong(), 1 + random.nextInt(3))));
  }

  /** Rules of the catalogue, clipped or not, modulated from everywhere. */
  public static Arbitrary<PlasticityRule> catalogue() {
    return Arbitraries.of(
        options()
            .flatMap(o -> Catalogue.families().stream().map(family -> family.build(o)))
            .distinct()
            .toList());
  }

  private static Stream<RuleOptions> options() {
    return Stream.<ModulatorSource>of(
            new ModulatorSource.ConstantOne(),
            new ModulatorSource.ExternalScalar(),
            new ModulatorSource.OwnLayer(),
            new ModulatorSource.Layer(0))
        .map(source -> RuleOptions.paper().modulatedBy(source))
        .flatMap(options -> Stream.of(options, options.clippedAt(0.5)));
  }
}
