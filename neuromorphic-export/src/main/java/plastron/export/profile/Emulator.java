package plastron.export.profile;

import java.util.List;
import java.util.Map;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;

/**
 * A chip that was loaded with an image, at work. Loading takes as long as many steps: whoever runs
 * several episodes should keep the emulator and reset it. Owned by one thread.
 */
public interface Emulator extends Runner {

  /** As {@link #reset(long)} with the seed that was given last. */
  @Override
  void reset();

  /**
   * Returns to the state at the start of an episode: as if loaded anew with this seed, but for the
   * work of loading.
   *
   * @param seed of everything random on the chip
   */
  void reset(long seed);

  /**
   * Runs with spikes that are given for all populations, so that only the learning rules are at
   * work: what the neurons would fire is ignored, and everything that rules read follows the given
   * spikes.
   *
   * @param spikes of all populations, the input first, equally many steps each; not modified
   * @param signals by name, as in {@link plastron.core.run.Input}
   * @return these spikes, and the traces after every window
   */
  Recording drive(List<SpikeRaster> spikes, Map<String, Signal> signals);
}
