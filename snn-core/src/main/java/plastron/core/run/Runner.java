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
   * @param input not modified
   * @return what was recorded in these steps
   * @throws IllegalArgumentException if the input is not what the network reads
   */
  Recording run(Input input);

  /**
   * The same for a network of one spike source that is given no signals.
   *
   * @param spikes of the source, not modified
   */
  default Recording run(SpikeRaster spikes) {
    return run(Input.of(spikes));
  }
}
