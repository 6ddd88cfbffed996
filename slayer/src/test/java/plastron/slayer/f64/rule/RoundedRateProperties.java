package plastron.slayer.f64.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Grid.Rounding;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.RateEstimator;
import plastron.slayer.sweep.SpikeEvents;

/** A rounded rate is what a trace makes of spikes that is held on its grid after every step. */
class RoundedRateProperties {

  private static final int NEURONS = 11;
  private static final int WINDOWS = 6;
  private static final int INTERVAL = 7;
  private static final Clock TRACED =
      new Clock(INTERVAL, RateEstimator.ExponentialTrace.matching(INTERVAL), 1.3);

  private static SpikeRaster spikes(Random random) {
    SpikeRaster spikes = new SpikeRaster(WINDOWS * INTERVAL, NEURONS);
    for (int t = 0; t < spikes.steps(); t++) {
      for (int i = 0; i < NEURONS; i++) {
        if (random.nextInt(3) == 0) {
          spikes.set(t, i);
        }
      }
    }
    return spikes;
  }

  /** The rates of every window. */
  private static double[][] rates(Clock clock, Grid grid, SpikeRaster spikes, long key) {
    RoundedRate64 meter = new RoundedRate64(clock, NEURONS);
    meter.round(grid);
    double[][] rates = new double[WINDOWS][NEURONS];
    SpikeEvents events = new SpikeEvents();
    for (int w = 0; w < WINDOWS; w++) {
      events.read(spikes, w * INTERVAL, (w + 1) * INTERVAL);
      meter.forward(events, key + w, rates[w]);
    }
    return rates;
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void everyStepIsHeldOnTheGrid(@ForAll long seed, @ForAll boolean down, @ForAll boolean boxcar) {
    Random random = new Random(seed);
    SpikeRaster spikes = spikes(random);
    Clock clock = boxcar ? new Clock(INTERVAL, new RateEstimator.Boxcar(), 1.3) : TRACED;
    double step = random.nextDouble(0.02, 0.2);
    Grid grid = Grid.of(step, down ? Rounding.DOWN : Rounding.NEAREST_EVEN).within(0, 5 * step);
    double[][] rates = rates(clock, grid, spikes, seed);
    for (int i = 0; i < NEURONS; i++) {
      double trace = 0;
      for (int t = 0; t < spikes.steps(); t++) {
        double spike = spikes.get(t, i) ? 1 : 0;
        if (boxcar) {
          trace = (t % INTERVAL == 0 ? 0 : trace) + spike / (INTERVAL * 1.3);
        } else {
          double decay = (INTERVAL - 1.0) / (INTERVAL + 1.0);
          trace = grid.hold(decay * trace + (1 - decay) / 1.3 * spike, new SplittableRandom(0));
        }
        if (t % INTERVAL == INTERVAL - 1) {
          double held = grid.hold(trace, new SplittableRandom(0));
          double rate = rates[t / INTERVAL][i];
          // Beside a tie the last digits decide.
          assertThat(Math.min(Math.abs(rate - held), Math.abs(Math.abs(rate - held) - step)))
              .isLessThan(1e-5);
          trace = boxcar ? trace : rate;
        }
      }
    }
  }

  /** What is drawn is right on average, and where spikes are whole steps no less random. */
  @Example
  void whatIsDrawnIsRightOnAverage() {
    SpikeRaster spikes = spikes(new Random(3));
    double gain = 2 / (INTERVAL + 1.0) / 1.3;
    Grid exact = Grid.of(0x1p-12 * gain, Rounding.NEAREST_EVEN);
    double[][] real = rates(TRACED, exact, spikes, 0);
    double[][] sum = new double[WINDOWS][NEURONS];
    int runs = 2000;
    int others = 0;
    double[][] first = rates(TRACED, Grid.of(gain, Rounding.RANDOM), spikes, 0);
    for (int run = 0; run < runs; run++) {
      double[][] drawn = rates(TRACED, Grid.of(gain, Rounding.RANDOM), spikes, 1000L * run);
      others += Arrays.deepEquals(first, drawn) ? 0 : 1;
      for (int w = 0; w < WINDOWS; w++) {
        for (int i = 0; i < NEURONS; i++) {
          sum[w][i] += drawn[w][i] / runs;
          assertThat(drawn[w][i] / gain).isCloseTo(Math.rint(drawn[w][i] / gain), within(1e-4));
        }
      }
    }
    for (int w = 0; w < WINDOWS; w++) {
      // Five standard errors of a trace that loses whole spikes at random.
      assertThat(sum[w]).containsExactly(real[w], within(5 * gain / Math.sqrt(runs)));
    }
    assertThat(others).isGreaterThan(runs - 10);
  }
}
