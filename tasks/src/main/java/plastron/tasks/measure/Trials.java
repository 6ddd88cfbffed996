package plastron.tasks.measure;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import plastron.core.random.Seeds;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.objective.Episode;
import plastron.slayer.sweep.Observed;
import plastron.tasks.design.Judge;
import plastron.tasks.design.TaskDesign;

/**
 * A fixed list of trials of a task. Trial {@code i} depends on seed, stream and {@code i} alone.
 * Nothing is stored; any thread may use it.
 *
 * @param design where trials come from
 * @param seed of the run
 * @param stream tells uses apart, see {@link plastron.tasks.design.Streams}
 * @param count number of trials, at least 1
 */
public record Trials(TaskDesign<?> design, long seed, long stream, int count) {

  public Trials {
    if (count < 1) {
      throw new IllegalArgumentException("Trials (%d) must be at least 1.".formatted(count));
    }
  }

  /** What the network is given in trial {@code i}. */
  public Input input(int i) {
    return design.task().episodes().episode(random(i)).input();
  }

  private SplittableRandom random(int i) {
    return Seeds.generator(seed, stream, i);
  }

  /** The inputs of all trials. */
  public List<Input> inputs() {
    return IntStream.range(0, count).mapToObj(this::input).toList();
  }

  /**
   * What all judges of the task say of trial {@code i}. What is drawn at random, such as a tie, is
   * drawn by the trial's own generator, so that the verdict is always the same.
   */
  public double[] judge(int i, Observed observed) {
    return judge(design, i, observed, design.judges().size());
  }

  /**
   * Whether the first judge finds trial {@code i} solved.
   *
   * @param spikes of all populations
   */
  public boolean solved(List<SpikeRaster> spikes, int i) {
    return judge(design, i, new SpikesAlone(spikes), 1)[0]
        == design.judges().getFirst().measure().best();
  }

  private <T extends Episode> double[] judge(
      TaskDesign<T> of, int i, Observed observed, int judges) {
    SplittableRandom random = random(i);
    T trial = of.task().episodes().episode(random);
    double[] verdicts = new double[judges];
    int j = 0;
    for (Judge<T> judge : of.judges().subList(0, judges)) {
      verdicts[j++] = judge.verdict().of(trial, observed, random);
    }
    return verdicts;
  }

  /** A network of which nothing but its spikes is known. */
  private record SpikesAlone(List<SpikeRaster> all) implements Observed {

    @Override
    public SpikeRaster spikes(int population) {
      return all.get(population);
    }

    @Override
    public double[][] potentials(int population) {
      throw new IllegalStateException("Population %d has no potentials.".formatted(population));
    }
  }
}
