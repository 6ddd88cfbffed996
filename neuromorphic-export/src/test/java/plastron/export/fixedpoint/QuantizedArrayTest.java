package plastron.export.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantizedArrayTest {

  private final Scale scale = new Scale(0.25, -4, 3);

  @Test
  void roundingIsMeasured() {
    double[][] reals = {{0.25, 0.3, -2}, {0.1, 0, 0}};
    QuantizedArray array = new ScaledArray("w", reals, scale, Rounding.NEAREST).quantize();
    assertThat(array.values()).isDeepEqualTo(new int[][] {{1, 1, -4}, {0, 0, 0}});
    assertThat(array.error().saturated()).isEqualTo(1);
    assertThat(array.error().vanished()).isEqualTo(1);
    assertThat(array.error().max()).isEqualTo(1);
    assertThat(array.error().fullScale()).isEqualTo(2);
    assertThat(array.error().relative()).isEqualTo(0.5);
    assertThat(array.error().rms()).isCloseTo(Math.sqrt((0.0025 + 1 + 0.01) / 6), within(1e-12));
    assertThat(array.reals()).isDeepEqualTo(new double[][] {{0.25, 0.25, -1}, {0, 0, 0}});
  }

  @Test
  void exactIntegersLoseNothing() {
    QuantizedArray array = QuantizedArray.exact("d", new int[][] {{7}});
    assertThat(array.scalar()).isEqualTo(7);
    assertThat(array.error().isExact()).isTrue();
  }

  @Test
  void aScalarIsOneNumber() {
    assertThatThrownBy(() -> QuantizedArray.exact("d", new int[][] {{1, 2}}).scalar())
        .hasMessageContaining("d");
  }

  @Test
  void formatsPrintAsDocumentsWriteThem() {
    assertThat(FixedFormat.signed(16, 15)).hasToString("s16.15");
    assertThat(FixedFormat.unsigned(0, 16).max()).isEqualTo(65535);
    assertThat(FixedFormat.signed(0, 15).min()).isEqualTo(-32768);
    assertThat(FixedFormat.signed(0, 15).lsb()).isEqualTo(1.0 / 32768);
  }

  @Test
  void saturationIsCounted() {
    SaturationCounter counter = new SaturationCounter(-4, 3);
    assertThat(counter.clip(5)).isEqualTo(3);
    assertThat(counter.clip(-4)).isEqualTo(-4);
    assertThat(counter.clip(-9)).isEqualTo(-4);
    assertThat(counter.saturated()).isEqualTo(2);
    assertThat(counter.passed()).isEqualTo(3);
  }
}
