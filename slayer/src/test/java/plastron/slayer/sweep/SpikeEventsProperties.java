package plastron.slayer.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.spikes.SpikeRaster;

class SpikeEventsProperties {

  private final SpikeEvents events = new SpikeEvents();

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
