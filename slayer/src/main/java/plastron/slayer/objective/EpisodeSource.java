package plastron.slayer.objective;

import java.util.random.RandomGenerator;

/**
 * Makes the trials of a task. Called from several threads at once.
 *
 * @param <T> type of the trials
 */
@FunctionalInterface
public interface EpisodeSource<T extends Episode> {

  /**
   * Makes one trial. All of its randomness comes from the generator.
   *
   * @param random seeded for this trial alone
   */
  T episode(RandomGenerator random);
}
