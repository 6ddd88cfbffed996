package plastron.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plastron.core.spikes.SpikeRaster;

class InputTest {

  @Test
  void aSignalIsZeroBeyondItsEnd() {
    Signal reward = Signal.of(1, -2);
    assertThat(reward.at(1, 5)).isEqualTo(-2);
    assertThat(reward.at(2, 0)).isZero();
    Signal errors = Signal.perNeuron(new double[] {1, 2}, new double[] {3, 4});
    assertThat(errors.at(1, 0)).isEqualTo(3);
    assertThat(errors.at(2, 1)).isZero();
    assertThat(errors).isEqualTo(Signal.perNeuron(new double[] {1, 2}, new double[] {3, 4}));
    assertThat(errors).hasToString("Signal[2 windows of 2]");
    assertThat(Signal.of().width()).isEqualTo(1);
  }

  @Test
  void refusesWhatHasNoShape() {
    assertThatThrownBy(() -> Signal.perNeuron(new double[] {1, 2}, new double[] {3}))
        .hasMessageContaining("(1 values in a window)");
    assertThatThrownBy(() -> Signal.perNeuron(new double[0])).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new Input(List.of(), Map.of())).hasMessageContaining("(0 rasters)");
    assertThatThrownBy(() -> Input.of(new SpikeRaster(3, 1), new SpikeRaster(4, 1)))
        .hasMessageContaining("as many steps as the first, 3");
  }

  @Test
  void onlyOneRasterWithoutSignalsIsSingle() {
    SpikeRaster raster = new SpikeRaster(3, 1);
    assertThat(Input.of(raster).single()).isSameAs(raster);
    assertThatThrownBy(() -> Input.of(raster, raster).single()).hasMessageContaining("(2 rasters)");
    Input rewarded = new Input(List.of(raster), Map.of("reward", Signal.of(1)));
    assertThatThrownBy(rewarded::single).hasMessageContaining("[reward]");
  }

  @Test
  void inputsJoinWithTheirSignals() {
    SpikeRaster first = new SpikeRaster(8, 1);
    first.set(7, 0);
    SpikeRaster second = new SpikeRaster(4, 1);
    second.set(0, 0);
    SpikeRaster last = new SpikeRaster(2, 1);
    Input joined =
        Input.joined(
            List.of(
                new Input(List.of(first), Map.of("reward", Signal.of(3))),
                new Input(List.of(second), Map.of("errors", Signal.perNeuron(new double[] {1, 2}))),
                new Input(
                    List.of(last), Map.of("reward", Signal.of(5), "errors", Signal.of(4, 9)))),
            4);
    assertThat(joined.spikes()).containsExactly(SpikeRaster.joined(List.of(first, second, last)));
    assertThat(joined.signal("reward")).isEqualTo(Signal.of(3, 0, 0, 5));
    assertThat(joined.signal("errors"))
        .isEqualTo(
            Signal.perNeuron(
                new double[2], new double[2], new double[] {1, 2}, new double[] {4, 4}));
    assertThat(joined.signals()).containsOnlyKeys("reward", "errors");
  }
}
