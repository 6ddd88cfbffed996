package plastron.plasticity.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plastron.plasticity.catalogue.Catalogue;

class OjaStabilityTest {

  @Test
  void warnsAboveOne() {
    assertThat(OjaStability.of(0.2, new double[] {1, 1}).warning()).isEmpty();
    assertThat(OjaStability.of(0.5, new double[] {1, 1}).warning())
        .hasValueSatisfying(w -> assertThat(w).contains("forgets").contains("(1.5)"));
    assertThat(OjaStability.of(0.75, new double[] {1, 1}).warning())
        .hasValueSatisfying(w -> assertThat(w).contains("runs into its bounds").contains("(2.25)"));
  }

  @Test
  void concernsTheRulesThatPredict() {
    assertThat(
            Catalogue.families().stream()
                .filter(f -> OjaStability.concerns(f.build(RuleOptions.paper()))))
        .extracting(RuleFamily::name)
        .containsExactly("dp-oja", "ndp-oja");
  }
}
