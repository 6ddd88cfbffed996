package plastron.tasks.memory;

import plastron.tasks.config.Configuration;

/** How much memory something takes that follows from a configuration. */
@FunctionalInterface
public interface MemoryNeed {

  /**
   * About how many bytes are taken at the same time.
   *
   * @param heap bytes of Java's heap, of which some things take a share
   */
  double bytes(Configuration config, long heap);
}
