package plastron.export.fidelity;

import plastron.core.spikes.SpikeRaster;

/** Whether the output of an episode solves the task. */
@FunctionalInterface
public interface Readout {

  /**
   * Judges one episode.
   *
   * @param output spikes of the last population
   * @param episode index of the episode, from 0
   */
  boolean correct(SpikeRaster output, int episode);
}
