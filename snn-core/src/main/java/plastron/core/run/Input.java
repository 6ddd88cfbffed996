package plastron.core.run;

import java.util.List;
import java.util.Map;
import plastron.core.spikes.SpikeRaster;

/**
 * What a network is given for some steps.
 *
 * @param spikes of every spike source in the network's order, at least one, all of the same number
 *     of steps; not modified
 * @param signals by name; one that is not given is 0 throughout
 */
public record Input(List<SpikeRaster> spikes, Map<String, Signal> signals) {

  public Input {
    spikes = List.copyOf(spikes);
    signals = Map.copyOf(signals);
    if (spikes.isEmpty()) {
      throw new IllegalArgumentException("Input (0 rasters) needs at least one.");
    }
    for (SpikeRaster raster : spikes) {
      if (raster.steps() != spikes.getFirst().steps()) {
        throw new IllegalArgumentException(
            "Input (%d steps) must have as many as its first raster, %d."
                .formatted(raster.steps(), spikes.getFirst().steps()));
      }
    }
  }

  /** The spikes of a single source, without signals. */
  public static Input of(SpikeRaster spikes) {
    return new Input(List.of(spikes), Map.of());
  }

  /** Number of steps. */
  public int steps() {
    return spikes.getFirst().steps();
  }

  /** A signal by name; zero if there is none such. */
  public Signal signal(String name) {
    return signals.getOrDefault(name, Signal.ZERO);
  }
}
