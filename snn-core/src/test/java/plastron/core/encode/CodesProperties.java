package plastron.core.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import plastron.core.spikes.SpikeRaster;

class CodesProperties {

  @Property(tries = 50)
  void placeCodeComesBack(@ForAll @DoubleRange(min = -2, max = 3) double x, @ForAll long seed) {
    PlaceCode code = PlaceCode.evenly(20, -2, 3, 0.01);
    SpikeRaster raster = new SpikeRaster(200, 20);
    code.encode(x, raster, 0, 0, 200, new SplittableRandom(seed));
    assertThat(code.decode(raster, 0, 0, 200)).isCloseTo(x, within(code.sigma() / 2));
  }

  @Property(tries = 50)
  void sameSeedSameSpikes(@ForAll long seed) {
    SpikeRaster first = new SpikeRaster(30, 4);
    SpikeRaster second = new SpikeRaster(30, 4);
    double[] probability = {0, 0.3, 0.7, 1};
    BernoulliCode.encode(probability, first, 0, 5, 30, new SplittableRandom(seed));
    BernoulliCode.encode(probability, second, 0, 5, 30, new SplittableRandom(seed));
    assertThat(first).isEqualTo(second);
    assertThat(first.count(0, 0, 30)).isZero();
    assertThat(first.count(3, 0, 30)).isEqualTo(25);
  }

  @Property
  void latencyComesBackWithinHalfAStep(
      @ForAll @DoubleRange(min = 0, max = 1) double x,
      @ForAll @IntRange(min = 2, max = 50) int steps) {
    SpikeRaster raster = new SpikeRaster(steps + 3, 2);
    LatencyCode.encode(x, raster, 1, 3, 3 + steps);
    assertThat(raster.count(0, 3 + steps)).isEqualTo(1);
    assertThat(LatencyCode.decode(raster, 1, 3, 3 + steps))
        .isCloseTo(x, within(0.5 / (steps - 1) + 1e-12));
  }
}
