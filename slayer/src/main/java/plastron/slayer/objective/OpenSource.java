package plastron.slayer.objective;

import java.util.random.RandomGenerator;

/**
 * Makes trials that do not depend on what the network does in them.
 *
 * @param <T> type of the trials
 */
@FunctionalInterface
public interface OpenSource<T extends Episode> extends EpisodeSource<T> {

  /**
   * Makes one trial. All of its randomness comes from the generator.
   *
   * @param random seeded for this trial alone
   */
  T episode(RandomGenerator random);

  @Override
  default T episode(RandomGenerator random, Responder network) {
    return episode(random);
  }

  /** Nothing is asked of the network. */
  @Override
  default int longestChunk() {
    return 0;
  }
}
