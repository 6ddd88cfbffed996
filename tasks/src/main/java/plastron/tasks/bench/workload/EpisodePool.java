package plastron.tasks.bench.workload;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import plastron.core.random.Seeds;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.OpenSource;

/**
 * Episodes drawn beforehand, so that drawing them is not part of what is measured: random spikes, a
 * random label, the whole episode read out.
 *
 * @param episodes at least one
 */
public record EpisodePool(List<Decision> episodes) implements OpenSource<Decision> {

  private static final int ENOUGH = 64;
  private static final int FEWEST = 4;

  /** Of longer episodes there are fewer, so that the pool is not what takes the memory. */
  private static final int MOST_STEPS = 200_000;

  /** Draws enough episodes for batches that differ. */
  static EpisodePool of(Workload workload, long seed, long stream) {
    int count = Math.clamp(MOST_STEPS / workload.steps(), FEWEST, ENOUGH);
    return new EpisodePool(
        IntStream.range(0, Math.max(count, workload.batch()))
            .mapToObj(i -> draw(workload, Seeds.generator(seed, stream, i)))
            .toList());
  }

  private static Decision draw(Workload workload, RandomGenerator random) {
    SpikeRaster input = new SpikeRaster(workload.steps(), workload.inputs());
    for (int t = 0; t < workload.steps(); t++) {
      for (int i = 0; i < workload.inputs(); i++) {
        if (random.nextDouble() < workload.density()) {
          input.set(t, i);
        }
      }
    }
    return new Decision(
        input, new ReadoutSteps(0, workload.steps()), random.nextInt(workload.outputs()));
  }

  /** One of them. */
  @Override
  public Decision episode(RandomGenerator random) {
    return episodes.get(random.nextInt(episodes.size()));
  }
}
