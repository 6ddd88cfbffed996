package plastron.core.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

  private static double[] rates(PopulationCode code, double... numbers) {
    SpikeRaster raster = new SpikeRaster(20_000, code.neurons());
    code.encode(numbers, raster, 0, raster.steps(), new SplittableRandom(5));
    return RateDecoder.rates(raster, 0, raster.steps());
  }

  @Test
  void placeCodesStandBehindEachOther() {
    PlaceCode first = PlaceCode.evenly(3, 0, 1, 0);
    PlaceCode second = PlaceCode.evenly(4, -1, 1, 0.1);
    double[] rates = rates(new PlaceCodes(List.of(first, second)), 0.8, -0.3);
    assertThat(rates).hasSize(7);
    for (int j = 0; j < 7; j++) {
      double want = j < 3 ? first.probability(j, 0.8) : second.probability(j - 3, -0.3);
      assertThat(rates[j]).isCloseTo(want, within(0.015));
    }
    assertThatThrownBy(() -> new PlaceCodes(List.of())).hasMessageContaining("(0)");
  }

  @Test
  void signsHaveGroupsOfTheirOwn() {
    SignedRateCode code = new SignedRateCode(2, new double[] {1, 10}, 0.5);
    double[] rates = rates(code, -0.5, 40);
    double[] want = {0, 0, 0.25, 0.25, 0.5, 0.5, 0, 0};
    for (int j = 0; j < want.length; j++) {
      assertThat(rates[j]).isCloseTo(want[j], within(0.015));
    }
    SpikeRaster raster = new SpikeRaster(40_000, 8);
    code.encode(new double[] {0.6, -4}, raster, 0, raster.steps(), new SplittableRandom(6));
    double[] read = RateDecoder.opponents(raster, 2, 2, 0, raster.steps());
    assertThat(read[0]).isCloseTo(0.6, within(0.02));
    assertThat(10 * read[1]).isCloseTo(-4, within(0.2));
    assertThatThrownBy(() -> rates(code, 1)).hasMessageContaining("must be 2, none of them NaN");
    assertThatThrownBy(() -> rates(code, 1, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new SignedRateCode(1, new double[] {0}, 1))
        .hasMessageContaining("(0.0) must be a finite number above 0");
  }

  @Test
  void oneOfAFewThingsIsTold() {
    double[] rates = rates(new CategoryCode(3, 2, 0.4), 1);
    double[] want = {0, 0, 0.4, 0.4, 0, 0};
    for (int j = 0; j < want.length; j++) {
      assertThat(rates[j]).isCloseTo(want[j], within(0.015));
    }
    assertThatThrownBy(() -> new CategoryCode(0, 1, 0.5)).hasMessageContaining("0 things");
  }
}
