package plastron.core.run;

import plastron.core.spikes.SpikeRaster;

/**
 * Something that runs a network, step by step: a float simulator or the emulator of a chip. All
 * state starts at rest on {@link #reset()}. Owned by one thread.
 */
public interface Runner {

  /**
   * Returns to the state at the start of an episode: no spikes under way, plastic traces at zero.
   */
  void reset();

  /**
   * Runs as many steps as the input has, from the state in which the last call left off.
   *
   * @param input spikes of the input population, not modified
   * @return what was recorded in these steps
   */
  Recording run(SpikeRaster input);
}
