package plastron.tasks.measure;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.core.run.ParallelEpisodes;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.Tally;
import plastron.tasks.evaluate.WilsonInterval;
import plastron.tasks.progress.Bar;

/**
 * How well a network solves trials.
 *
 * @param trials number of trials, at least 1
 * @param correct trials solved
 * @param hiddenRate spikes a neuron and step, over all layers but the last; 0 if there is one layer
 * @param counters saturations, overflows and the like, summed over the trials
 */
public record Measurement(int trials, int correct, double hiddenRate, Map<String, Long> counters) {

  public Measurement {
    counters = Collections.unmodifiableMap(new TreeMap<>(counters));
  }

  /**
   * Runs all trials.
   *
   * @param threads at least 1; changes nothing but the time
   * @param bar is told of every trial that is done
   */
  public static Measurement of(Trials trials, EpisodeRunners runners, int threads, Bar bar) {
    List<TrialOutcome> outcomes =
        ParallelEpisodes.run(
            trials.count(),
            threads,
            () -> {
              EpisodeRunners.Worker worker = runners.worker();
              return i -> {
                TrialOutcome outcome = outcome(worker.runner(i), trials, i);
                bar.advance();
                return outcome;
              };
            });
    int correct = 0;
    long spikes = 0;
    long neuronSteps = 0;
    Map<String, Long> counters = new TreeMap<>();
    for (TrialOutcome outcome : outcomes) {
      correct += outcome.solved() ? 1 : 0;
      spikes += outcome.hiddenSpikes();
      neuronSteps += outcome.hiddenNeuronSteps();
      outcome.counters().forEach((name, count) -> counters.merge(name, count, Math::addExact));
    }
    return new Measurement(
        trials.count(), correct, neuronSteps == 0 ? 0 : (double) spikes / neuronSteps, counters);
  }

  private static TrialOutcome outcome(Runner runner, Trials trials, int i) {
    Recording recording = runner.run(trials.trial(i).input());
    return TrialOutcome.of(recording, trials.solved(recording.output(), i));
  }

  /** Share of trials solved. */
  public double accuracy() {
    return (double) correct / trials;
  }

  /** The 95 % interval of {@link #accuracy}. */
  public WilsonInterval interval() {
    return WilsonInterval.of(correct, trials, 0.95);
  }

  /** What a chip counted. */
  public List<Tally> tallies(ChipProfile<?, ?> profile) {
    return Tally.of(profile.counters(), counters);
  }
}
