package plastron.export.fidelity;

import java.util.List;
import plastron.core.spikes.SpikeRaster;

/** Whether the output of an episode solves the task. */
@FunctionalInterface
public interface Readout {

  /**
   * Judges one episode.
   *
   * @param spikes of all populations
   * @param episode index of the episode, from 0
   */
  boolean correct(List<SpikeRaster> spikes, int episode);
}
