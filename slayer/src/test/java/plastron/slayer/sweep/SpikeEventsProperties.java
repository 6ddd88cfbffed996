package plastron.slayer.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.spikes.SpikeRaster;

class SpikeEventsProperties {

  private final SpikeEvents events = new SpikeEvents();

  /** Where a raster is cut into what was before and what comes, lists are those of the whole. */
  @Property(tries = 200)
  void whatCameBeforeIsReadOn(
      @ForAll @IntRange(min = 1, max = 140) int neurons,
      @ForAll @IntRange(max = 6) int before,
      @ForAll @IntRange(max = 12) int steps,
      @ForAll @IntRange(min = -9, max = 5) int from,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int nothing = 9 - before;
    SpikeRaster whole = new SpikeRaster(9 + 5 + steps, neurons);
    SpikeRaster past = new SpikeRaster(before, neurons);
    SpikeRaster later = new SpikeRaster(5 + steps, neurons);
    for (int t = nothing; t < whole.steps(); t++) {
      for (int j = 0; j < neurons; j++) {
        if (random.nextInt(4) == 0) {
          whole.set(t, j);
          (t < 9 ? past : later).set(t < 9 ? t - nothing : t - 9, j);
        }
      }
    }
    SpikeEvents want = new SpikeEvents();
    want.read(whole, from + 9, from + 9 + steps);
    events.read(past, later, from, from + steps);
    assertThat(events.count()).isEqualTo(want.count());
    assertThat(Arrays.copyOf(events.ofStep, steps + 1))
        .isEqualTo(Arrays.copyOf(want.ofStep, steps + 1));
    assertThat(Arrays.copyOf(events.neuron, events.count()))
        .isEqualTo(Arrays.copyOf(want.neuron, want.count()));
  }

  @Property(tries = 200)
  void listsHoldTheSpikesOfTheRaster(
      @ForAll @IntRange(min = 1, max = 140) int neurons,
      @ForAll @IntRange(max = 12) int steps,
      @ForAll @IntRange(max = 5) int from,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SpikeRaster raster = new SpikeRaster(from + steps + 2, neurons);
    for (int t = 0; t < raster.steps(); t++) {
      for (int j = 0; j < neurons; j++) {
        if (random.nextInt(4) == 0) {
          raster.set(t, j);
        }
      }
    }
    events.read(raster, from, from + steps);
    events.turn();
    assertThat(events.steps()).isEqualTo(steps);
    SpikeRaster byStep = new SpikeRaster(raster.steps(), neurons);
    SpikeRaster byNeuron = new SpikeRaster(raster.steps(), neurons);
    for (int t = 0; t < steps; t++) {
      for (int k = events.ofStep[t]; k < events.ofStep[t + 1]; k++) {
        byStep.set(from + t, events.neuron[k]);
      }
    }
    for (int j = 0; j < neurons; j++) {
      for (int k = events.ofNeuron[j]; k < events.ofNeuron[j + 1]; k++) {
        byNeuron.set(from + events.step[k], j);
        assertThat(k == events.ofNeuron[j] || events.step[k] > events.step[k - 1]).isTrue();
      }
    }
    for (int t = 0; t < raster.steps(); t++) {
      if (t < from || t >= from + steps) {
        raster.clear(t);
      }
    }
    assertThat(byStep).isEqualTo(raster);
    assertThat(byNeuron).isEqualTo(raster);
  }
}
