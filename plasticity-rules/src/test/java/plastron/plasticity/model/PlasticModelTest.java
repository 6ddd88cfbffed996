package plastron.plasticity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;

class PlasticModelTest {

  @Test
  void layersNeedNamesOfTheirOwn() {
    assertThat(model(2, layer("a"), layer("b")).sizes()).containsExactly(2, 2, 2);
    assertThatThrownBy(() -> model(2, layer("a"), layer("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Layer name (a) of model small is used twice.");
  }

  @Test
  void aModelWithoutInputIsRefused() {
    assertThatThrownBy(() -> model(0, layer("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("small (0 inputs)");
  }

  @Test
  void aModulatingPopulationIsCountedFromTheInput() {
    assertThatThrownBy(() -> new ModulatorSource.Layer(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(-1)");
  }

  private static PlasticModel model(int inputs, PlasticLayer... layers) {
    return new PlasticModel(
        "small", inputs, List.of(layers), 4, new RateEstimator.Boxcar(), 1, Map.of());
  }

  private static PlasticLayer layer(String name) {
    return new PlasticLayer(
        name,
        2,
        new Neuron.Lif(1, 0.5, 0, Neuron.Reset.HARD, 0),
        new Kernel.Delta(),
        Delivery.ARRIVAL,
        0,
        Catalogue.find("static").orElseThrow(),
        RuleOptions.paper(),
        Map.of("W", new double[2][2]));
  }
}
