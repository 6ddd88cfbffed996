package plastron.export.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plastron.core.spikes.SpikeRaster;

class SpikeComparisonTest {

  private static SpikeRaster raster(String... neurons) {
    SpikeRaster raster = new SpikeRaster(neurons[0].length(), neurons.length);
    for (int n = 0; n < neurons.length; n++) {
      for (int t = 0; t < neurons[n].length(); t++) {
        if (neurons[n].charAt(t) == '|') {
          raster.set(t, n);
        }
      }
    }
    return raster;
  }

  private static SpikeAgreement compare(SpikeRaster expected, SpikeRaster actual) {
    SpikeComparison comparison = new SpikeComparison("p");
    comparison.add(expected, actual);
    return comparison.agreement();
  }

  @Test
  void oneStepApartMatchesTwoDoNot() {
    SpikeAgreement agreement = compare(raster("|...|..|"), raster(".|.|..|."));
    assertThat(agreement.matched()).isEqualTo(3);
    assertThat(agreement.identical()).isFalse();
    assertThat(compare(raster("|..."), raster("..|.")).matched()).isZero();
  }

  @Test
  void aSpikeMatchesOnlyOnceAndOnlyItsOwnNeuron() {
    SpikeAgreement agreement = compare(raster(".|..", "...."), raster("|||.", ".|.."));
    assertThat(agreement.matched()).isEqualTo(1);
    assertThat(agreement.coincidence()).isCloseTo(2.0 / 5, within(1e-12));
    assertThat(agreement.chipRate()).isEqualTo(4.0 / 8);
  }

  @Test
  void silenceAgreesWithSilence() {
    assertThat(compare(raster("..."), raster("...")).coincidence()).isEqualTo(1);
    assertThat(compare(raster("..."), raster("...")).identical()).isTrue();
  }

  @Test
  void differentSizesAreRefused() {
    assertThatThrownBy(() -> compare(raster("..."), raster("....")))
        .hasMessageContaining("population p");
  }
}
