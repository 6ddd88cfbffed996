package plastron.plasticity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.kit.RuleLaws;

/** Every rule of the catalogue with every choice of options. */
class CatalogueContract {

  @TestFactory
  Stream<DynamicTest> everyRuleKeepsTheLaws() {
    return Catalogue.families().stream().flatMap(RuleLaws::of);
  }

  @Test
  void everyRuleIsFoundUnderItsOwnName() {
    assertThat(Catalogue.names()).doesNotHaveDuplicates().isNotEmpty();
    for (RuleFamily family : Catalogue.families()) {
      assertThat(Catalogue.find(family.name())).contains(family);
      assertThat(family.build(RuleOptions.paper()).name()).isEqualTo(family.name());
      assertThat(family.build(RuleOptions.paper()).citation()).isNotBlank();
    }
    assertThat(Catalogue.find("dp-nothing")).isEmpty();
  }

  @Test
  void whatAllRulesShareHasTheSameNamesEverywhere() {
    for (RuleFamily family : Catalogue.families()) {
      assertThat(family.build(RuleOptions.paper()).symbol("W")).isPresent();
      assertThat(family.build(RuleOptions.paper()).isPlastic())
          .isEqualTo(!family.name().equals("static"));
    }
  }
}
