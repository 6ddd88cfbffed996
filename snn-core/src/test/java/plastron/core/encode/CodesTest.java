package plastron.core.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plastron.core.spikes.SpikeRaster;

class CodesTest {

  @Test
  void placeCodeHasTheProbabilitiesOfItsFormula() {
    PlaceCode code = new PlaceCode(5, -1, 1, 0.5, 0.01);
    assertThat(code.centre(0)).isEqualTo(-1);
    assertThat(code.centre(3)).isEqualTo(0.5);
    assertThat(code.probability(3, 0.5)).isEqualTo(1);
    assertThat(code.probability(2, 0.5)).isCloseTo(Math.exp(-0.5), within(1e-15));
    assertThat(code.probability(0, 0.5)).isCloseTo(Math.exp(-4.5), within(1e-15));
    assertThat(code.probability(0, 1)).isEqualTo(0.01);
    assertThat(code.probability(4, 99)).isEqualTo(1);
  }

  @Test
  void placeCodeSpikesAsOftenAsItSays() {
    PlaceCode code = PlaceCode.evenly(6, 0, 1, 0.05);
    int steps = 40_000;
    SpikeRaster raster = new SpikeRaster(steps, 8);
    code.encode(0.33, raster, 1, 0, steps, new SplittableRandom(3));
    for (int j = 0; j < 6; j++) {
      assertThat((double) raster.count(1 + j, 0, steps) / steps)
          .isCloseTo(code.probability(j, 0.33), within(0.01));
    }
    assertThat(raster.count(0, 0, steps) + raster.count(7, 0, steps)).isZero();
  }

  @Test
  void poissonProbability() {
    assertThat(BernoulliCode.poisson(0, 1)).isZero();
    assertThat(BernoulliCode.poisson(1000, 1)).isCloseTo(1 - Math.exp(-1), within(1e-15));
    assertThatThrownBy(() -> BernoulliCode.poisson(-1, 1)).hasMessageContaining("(-1.0 Hz");
  }

  @Test
  void firstSpikes() {
    SpikeRaster raster = new SpikeRaster(10, 3);
    raster.set(2, 0);
    raster.set(5, 2);
    raster.set(5, 1);
    assertThat(LatencyCode.firstSpike(raster, 1, 0, 10)).isEqualTo(5);
    assertThat(LatencyCode.firstSpike(raster, 0, 3, 10)).isEqualTo(-1);
    assertThat(LatencyCode.decode(raster, 0, 3, 10)).isNaN();
    assertThat(LatencyCode.firstToSpike(raster, 3, 10)).isEqualTo(1);
    assertThat(LatencyCode.firstToSpike(raster, 6, 10)).isEqualTo(-1);
  }

  @Test
  void ratesAndOpponents() {
    SpikeRaster raster = new SpikeRaster(4, 4);
    raster.set(0, 0);
    raster.set(1, 0);
    raster.set(1, 1);
    raster.set(3, 3);
    assertThat(RateDecoder.rates(raster, 0, 4)).containsExactly(0.5, 0.25, 0, 0.25);
    assertThat(RateDecoder.rates(raster, 1, 3)).containsExactly(0.5, 0.5, 0, 0);
    assertThat(RateDecoder.opponents(raster, 2, 8, 0, 4)).containsExactly(8 * (0.75 - 0.25) / 2);
    assertThat(RateDecoder.opponents(raster, 1, 2, 0, 4)).containsExactly(0.5, -0.5);
    assertThatThrownBy(() -> RateDecoder.opponents(raster, 3, 1, 0, 4)).hasMessageContaining("(3)");
    assertThatThrownBy(() -> RateDecoder.rates(raster, 2, 2)).hasMessageContaining("(2 to 2)");
  }

  @Test
  void populationVectorPointsBetweenTheActive() {
    SpikeRaster raster = new SpikeRaster(2, 4);
    assertThat(PopulationVector.circle(4).decode(raster, 0, 2)).containsExactly(0, 0);
    raster.set(0, 0);
    raster.set(1, 1);
    double[] vector = PopulationVector.circle(4).decode(raster, 0, 2);
    assertThat(vector[0]).isCloseTo(0.5, within(1e-12));
    assertThat(vector[1]).isCloseTo(0.5, within(1e-12));
  }
}
