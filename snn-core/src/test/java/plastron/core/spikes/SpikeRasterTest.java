package plastron.core.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeRasterTest {

  @Test
  void spikesAreKeptWhereTheyWereSet() {
    SpikeRaster raster = new SpikeRaster(2, 70);
    raster.set(0, 0);
    raster.set(0, 69);
    raster.set(1, 64, 0b100001);
    int[] out = new int[70];
    assertThat(raster.spikes(0, out)).isEqualTo(2);
    assertThat(out).startsWith(0, 69);
    assertThat(raster.spikes(1, out)).isEqualTo(2);
    assertThat(out).startsWith(64, 69);
    assertThat(raster.get(1, 69)).isTrue();
    assertThat(raster.get(1, 68)).isFalse();
    assertThat(raster.mask(1, 64)).isEqualTo(0b100001);
    assertThat(raster.count(69, 0, 2)).isEqualTo(2);
    assertThat(raster.meanRate()).isEqualTo(4 / 140.0);
    raster.clear(1);
    assertThat(raster.count(0, 2)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 5, 63, 64, Integer.MAX_VALUE})
  void neuronsOutsideThePopulationAreRefused(int neuron) {
    SpikeRaster raster = new SpikeRaster(2, 5);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> raster.set(0, neuron))
        .withMessage("Neuron (%d) must be in 0 to 4.", neuron);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> raster.get(0, neuron))
        .withMessage("Neuron (%d) must be in 0 to 4.", neuron);
    assertThat(raster).isEqualTo(new SpikeRaster(2, 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void stepsOutsideTheRasterAreRefused(int step) {
    SpikeRaster raster = new SpikeRaster(2, 5);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> raster.set(step, 0));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> raster.get(step, 0));
  }

  @ParameterizedTest
  @CsvSource({"0, 32", "4, 2", "5, 1", "-1, 1", "0, -1"})
  void masksBeyondThePopulationAreNoticed(int neuron, long mask) {
    SpikeRaster raster = new SpikeRaster(2, 5);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> raster.set(0, neuron, mask))
        .withMessageContaining("must be of the 5 neurons");
    assertThat(raster).isEqualTo(new SpikeRaster(2, 5));
  }

  @Test
  void masksAcrossWordsAreNoticed() {
    SpikeRaster raster = new SpikeRaster(1, 100);
    raster.set(0, 63, 1);
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> raster.set(0, 63, 2));
    assertThat(raster.count(0, 1)).isEqualTo(1);
  }

  @Test
  void fullMasksFit() {
    SpikeRaster raster = new SpikeRaster(1, 69);
    raster.set(0, 0, -1);
    raster.set(0, 64, 0b11111);
    assertThat(raster.meanRate()).isEqualTo(1);
  }

  @Test
  void rastersWithoutNeuronsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpikeRaster(1, 0))
        .withMessageContaining("0 neurons");
  }

  @Test
  void partsJoinInOrderOfTime() {
    SpikeRaster first = new SpikeRaster(2, 70);
    first.set(1, 69);
    SpikeRaster second = new SpikeRaster(3, 70);
    second.set(0, 3);
    second.set(2, 64);
    SpikeRaster joined = SpikeRaster.joined(List.of(first, new SpikeRaster(0, 70), second));
    SpikeRaster want = new SpikeRaster(5, 70);
    want.set(1, 69);
    want.set(2, 3);
    want.set(4, 64);
    assertThat(joined).isEqualTo(want);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpikeRaster.joined(List.of(first, new SpikeRaster(1, 71))))
        .withMessageContaining("must have the 70 neurons of the first");
  }
}
