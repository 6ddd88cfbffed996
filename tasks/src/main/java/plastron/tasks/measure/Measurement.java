package plastron.tasks.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plastron.core.network.Neuron;
import plastron.core.run.ParallelEpisodes;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.Tally;
import plastron.plasticity.model.PlasticGraph;
import plastron.tasks.design.Judge;
import plastron.tasks.progress.Bar;

/**
 * How well a network solves trials.
 *
 * @param trials number of trials, at least 1
 * @param measured what the task's judges said, at least one
 * @param hiddenRate spikes a neuron and step, over all populations that spike of themselves and are
 *     no output; 0 if there are none
 * @param activeShare mean share of the neurons of these populations that spike in a trial
 * @param counters saturations, overflows and the like, summed over the trials
 */
public record Measurement(
    int trials,
    List<Measured> measured,
    double hiddenRate,
    double activeShare,
    Map<String, Long> counters) {

  public Measurement {
    measured = List.copyOf(measured);
    counters = Collections.unmodifiableMap(new TreeMap<>(counters));
  }

  /**
   * Takes runners through all trials, with their spikes and signals.
   *
   * @param threads at least 1; changes nothing but the time
   * @param bar is told of every trial that is done
   */
  public static Measurement of(Trials trials, EpisodeRunners runners, int threads, Bar bar) {
    int[] hidden = hidden(trials.design().graph());
    List<TrialOutcome> outcomes =
        ParallelEpisodes.run(
            trials.count(),
            threads,
            () -> {
              EpisodeRunners.Worker worker = runners.worker();
              return i -> {
                TakenTrial taken = trials.take(i, worker.runner(i));
                bar.advance();
                return TrialOutcome.of(taken, hidden);
              };
            });
    return of(trials, outcomes);
  }

  private static Measurement of(Trials trials, List<TrialOutcome> outcomes) {
    long spikes = 0;
    long neuronSteps = 0;
    double active = 0;
    Map<String, Long> counters = new TreeMap<>();
    for (TrialOutcome outcome : outcomes) {
      spikes += outcome.hiddenSpikes();
      neuronSteps += outcome.hiddenNeuronSteps();
      active += outcome.activeShare();
      outcome.counters().forEach((name, count) -> counters.merge(name, count, Math::addExact));
    }
    List<Measured> measured = new ArrayList<>();
    List<? extends Judge<?>> judges = trials.design().judges();
    for (int j = 0; j < judges.size(); j++) {
      int number = j;
      double[] values = outcomes.stream().mapToDouble(o -> o.verdicts()[number]).toArray();
      measured.add(Measured.of(judges.get(j), values));
    }
    return new Measurement(
        trials.count(),
        measured,
        neuronSteps == 0 ? 0 : (double) spikes / neuronSteps,
        active / trials.count(),
        counters);
  }

  private static int[] hidden(PlasticGraph graph) {
    Set<Integer> outputs = Arrays.stream(graph.outputs()).boxed().collect(Collectors.toSet());
    return IntStream.of(graph.computing())
        .filter(p -> !outputs.contains(p))
        .filter(p -> !(graph.populations().get(p).neuron() instanceof Neuron.LeakyIntegrator))
        .toArray();
  }

  /** What the task's first judge said. */
  public Measured first() {
    return measured.getFirst();
  }

  /** Trials solved, where the first judge says of each whether it is. */
  public int correct() {
    return (int) Math.round(accuracy() * trials);
  }

  /** Share of trials solved, see {@link #correct}. */
  public double accuracy() {
    return first().mean();
  }

  /** The 95 % interval of {@link #accuracy}. */
  public Interval interval() {
    return first().interval();
  }

  /** What a chip counted. */
  public List<Tally> tallies(ChipProfile<?, ?> profile) {
    return Tally.of(profile.counters(), counters);
  }
}
