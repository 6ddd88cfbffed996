package plastron.slayer.train;

import java.util.random.RandomGenerator;

/** A task: makes episodes. Called from several threads at once. */
public interface EpisodeSource {

  /**
   * Makes one episode. All of its randomness comes from the generator.
   *
   * @param random seeded for this episode alone
   */
  Episode episode(RandomGenerator random);
}
