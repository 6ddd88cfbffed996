package plastron.tasks.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.initialise.Constant;
import plastron.plasticity.initialise.Normal;
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
      assertThat(LayerChain.of(with(rule), "test", 4, 2).initial().graph().sizes())
          .containsExactly(4, 64, 2);
    }
  }

  @Test
  void aParameterThatNobodyGaveAnInitialValueIsDrawnAsItsSymbolSays() {
    Configuration config = with("dp-oja");
    InitialModel.Start start = InitialModel.Start.of(config, 0, false);
    Symbol rate = Symbol.of("beta", Axis.GLOBAL, Role.PARAMETER).within(new Bounds(0, 2));
    Symbol weights = Symbol.of("V", Axis.SYNAPSE, Role.PARAMETER);
    assertThat(InitialModel.initialiser(config, rate, start, 4)).isEqualTo(new Constant(0.2));
    assertThat(
            InitialModel.initialiser(config, weights, start, 4).draw(1, 3, new SplittableRandom(1)))
        .isDeepEqualTo(new Normal(0, 0.5).draw(1, 3, new SplittableRandom(1)));
  }
}
