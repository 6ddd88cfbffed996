package plastron.tasks.measure;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import plastron.core.random.Seeds;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.export.fidelity.ComparedTrials;
import plastron.slayer.objective.Episode;
import plastron.slayer.objective.Responder;
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

  private SplittableRandom random(int i) {
    return Seeds.generator(seed, stream, i);
  }

  /**
   * Takes a runner through trial {@code i} and asks all judges of the task. What is drawn at
   * random, such as a tie, is drawn by the trial's own generator, so that a runner that does the
   * same has the same verdict.
   *
   * @param runner at rest, of the design's network
   */
  public TakenTrial take(int i, Runner runner) {
    return take(design, i, runner);
  }

  private <T extends Episode> TakenTrial take(TaskDesign<T> of, int i, Runner runner) {
    SplittableRandom random = random(i);
    RunnerInTrial network = new RunnerInTrial(of.graph(), runner);
    T trial = of.task().episodes().episode(random, network);
    Recording recording = network.whole(trial);
    RecordedEpisode observed = new RecordedEpisode(of.graph(), recording);
    double[] verdicts =
        of.judges().stream()
            .mapToDouble(judge -> judge.verdict().of(trial, observed, random))
            .toArray();
    return new TakenTrial(trial.input(), recording, verdicts);
  }

  /**
   * The inputs of all trials.
   *
   * @param runners of the network, for trials in which what it does decides what it is given next
   */
  public List<Input> inputs(EpisodeRunners runners) {
    EpisodeRunners.Worker worker = runners.worker();
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Responder network = new RunnerInTrial(design.graph(), worker.runner(i));
              return design.task().episodes().episode(random(i), network).input();
            })
        .toList();
  }

  /** The trials as a model and a chip are compared on them, each in the loop by itself. */
  public ComparedTrials compared() {
    return new ComparedTrials() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public Taken take(int trial, Runner runner) {
        TakenTrial taken = Trials.this.take(trial, runner);
        double best = design.judges().getFirst().measure().best();
        return new Taken(taken.input(), taken.recording(), taken.verdicts()[0] == best);
      }
    };
  }
}
