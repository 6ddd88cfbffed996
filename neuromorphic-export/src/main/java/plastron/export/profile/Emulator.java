package plastron.export.profile;

import plastron.core.run.Runner;

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
}
