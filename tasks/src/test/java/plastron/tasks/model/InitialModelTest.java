package plastron.tasks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.rule.PlasticityRule;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;

class InitialModelTest {

  private static Configuration with(String rule) {
    return Presets.complete(List.of(ConfigLayer.ofAssignments(List.of("rule=" + rule))));
  }

  @Test
  void everyRuleOfTheCatalogueCanBeDrawn() {
    for (String rule : Catalogue.names()) {
      assertThat(InitialModel.draw(with(rule), "test", 4, 2).sizes()).containsExactly(4, 64, 2);
    }
  }

  @Test
  void aParameterThatNobodyGaveAnInitialValueIsNamed() {
    PlasticityRule rule =
        Catalogue.find("dp-oja").orElseThrow().build(InitialModel.options(with("dp-oja")));
    assertThatThrownBy(() -> new InitialModel(with("dp-oja")).initialiser(rule, "beta", 0, 4, 2))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Parameter (beta) of rule dp-oja has no initial value.");
  }
}
