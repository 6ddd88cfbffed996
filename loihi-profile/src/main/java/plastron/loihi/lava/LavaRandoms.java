package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.List;
import plastron.loihi.random.LavaRandom;
import plastron.loihi.random.RandomSource;
import plastron.loihi.random.RandomSources;

/**
 * Lava's numbers for every LearningDense of a network, built anew for every trial. Owned by one
 * thread.
 */
final class LavaRandoms implements RandomSources {

  /** Seeds of a network lie in 31 bits. */
  private static final int SEED_BITS = 30;

  private final int first;
  private final List<LavaRandom> engines = new ArrayList<>();

  /**
   * Before the first engine.
   *
   * @param seed of the image
   */
  LavaRandoms(long seed) {
    first = seed(seed, 0);
  }

  /** The {@code rng_seed} of an engine, counted in the order in which engines are made. */
  static int seed(long imageSeed, int engine) {
    return (int) (imageSeed & (1 << SEED_BITS) - 1) + LavaRandom.SEEDS * engine;
  }

  @Override
  public RandomSource next() {
    LavaRandom random = new LavaRandom(first + LavaRandom.SEEDS * engines.size());
    engines.add(random);
    return random;
  }

  @Override
  public void restart(long seed) {
    engines.forEach(LavaRandom::restart);
  }
}
