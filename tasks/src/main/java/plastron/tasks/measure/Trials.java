package plastron.tasks.measure;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import plastron.core.random.Seeds;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.objective.Choice;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.EpisodeSource;

/**
 * A fixed list of trials of a task. Trial {@code i} depends on seed, stream and {@code i} alone.
 * Nothing is stored; any thread may use it.
 *
 * @param task where trials come from
 * @param seed of the run
 * @param stream tells uses apart, see {@link plastron.tasks.model.Streams}
 * @param count number of trials, at least 1
 */
public record Trials(EpisodeSource<Decision> task, long seed, long stream, int count) {

  public Trials {
    if (count < 1) {
      throw new IllegalArgumentException("Trials (%d) must be at least 1.".formatted(count));
    }
  }

  /** Trial {@code i}. */
  public Decision trial(int i) {
    return task.episode(Seeds.generator(seed, stream, i));
  }

  /** The inputs of all trials. */
  public List<SpikeRaster> inputs() {
    return IntStream.range(0, count).mapToObj(i -> trial(i).input().single()).toList();
  }

  /**
   * Whether the output neuron with the highest rate in the readout of trial {@code i} is the right
   * one. Ties are broken by the trial's own generator, so that the verdict is always the same.
   *
   * @param output spikes of the last population
   */
  public boolean solved(SpikeRaster output, int i) {
    SplittableRandom random = Seeds.generator(seed, stream, i);
    Decision episode = task.episode(random);
    return Choice.greedy(episode.readout().rates(output), random) == episode.label();
  }
}
