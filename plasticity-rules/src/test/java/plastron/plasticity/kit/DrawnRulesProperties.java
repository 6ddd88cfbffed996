package plastron.plasticity.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Role;
import plastron.plasticity.rule.PlasticityRule;

class DrawnRulesProperties {

  @Provide
  Arbitrary<PlasticityRule> rules() {
    return DrawnRules.any();
  }

  /** The smallest rules that keep a property say what it is about. */
  private static PlasticityRule smallest(PlasticityRule rule, Predicate<PlasticityRule> kept) {
    Optional<PlasticityRule> simpler = SimplerRules.of(rule).filter(kept).findFirst();
    return simpler.isPresent() ? smallest(simpler.get(), kept) : rule;
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyStepIsToASimplerRule(@ForAll("rules") PlasticityRule rule) {
    assertThat(SimplerRules.of(rule))
        .allMatch(simpler -> SimplerRules.size(simpler) < SimplerRules.size(rule));
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void whateverItWasASquareOfAStateIsLeft(@ForAll("rules") PlasticityRule rule) {
    Predicate<PlasticityRule> squares =
        r ->
            RuleDerivation.of(r).updates().stream()
                .anyMatch(u -> u.next().terms().stream().anyMatch(t -> t.degree(u.state()) > 1));
    if (squares.test(rule)) {
      PlasticityRule smallest = smallest(rule, squares);
      assertThat(smallest.symbols()).hasSizeLessThanOrEqualTo(2);
      assertThat(smallest.signals()).isEmpty();
      // A second state may stand where the weight would have its parameter; it goes to 0.
      assertThat(RuleDerivation.of(smallest).updates())
          .flatExtracting(update -> update.next().terms())
          .hasSize(1);
    }
  }

  @Example
  void aRuleWithNothingToItShrinksToItsWeight() {
    PlasticityRule least = smallest(RandomRule.draw(5, 3), rule -> true);
    assertThat(least.symbols()).extracting(s -> s.role()).containsExactly(Role.PARAMETER);
    assertThat(least.isPlastic()).isFalse();
    assertThat(SimplerRules.of(least)).isEmpty();
  }
}
