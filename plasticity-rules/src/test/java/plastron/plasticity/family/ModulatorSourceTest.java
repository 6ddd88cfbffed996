package plastron.plasticity.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModulatorSourceTest {

  @Test
  void aModulatingPopulationIsCountedFromTheInput() {
    assertThat(new ModulatorSource.Layer(0).fromPopulation()).hasValue(0);
    assertThatThrownBy(() -> new ModulatorSource.Layer(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(-1)");
  }
}
