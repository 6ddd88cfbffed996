package plastron.tasks.simulate.record;

import java.util.List;
import plastron.core.simulate.SpikeTrains;

/**
 * What happened in some steps.
 *
 * @param to the last of them
 * @param spikes of every population
 */
public record Stretch(long to, List<SpikeTrains> spikes) {
  public Stretch {
    spikes = List.copyOf(spikes);
  }
}
