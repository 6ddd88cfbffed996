package plastron.tasks.evaluate;

import java.util.SplittableRandom;
import plastron.core.random.Seeds;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.objective.Choice;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.Objective;
import plastron.tasks.cue.CueAssociation;
import plastron.tasks.cue.IdealObserver;
import plastron.tasks.measure.RecordedEpisode;
import plastron.tasks.model.Streams;

/**
 * How a network did on fresh trials, and how an ideal observer did on the same.
 *
 * @param episodes number of trials
 * @param correct how many were right, always taking the output neuron with the higher rate
 * @param sampled how many were right, judged as training judges them: for a policy, the action is
 *     drawn from it
 * @param ideal how many {@link IdealObserver#answer} had right
 * @param counted how many {@link IdealObserver#counted} had right
 * @param hiddenRate mean spikes per neuron of the first hidden layer and step
 * @param activeShare mean share of that layer's neurons that spike in a trial
 */
public record Evaluation(
    long episodes,
    long correct,
    long sampled,
    long ideal,
    long counted,
    double hiddenRate,
    double activeShare) {

  /**
   * Runs trials, each from rest.
   *
   * @param runner of any kind: float or a chip's emulator; population 1 of its recordings is the
   *     hidden layer
   * @param task where trials come from
   * @param objective of the training
   * @param seed of the trials; no trial of a training is drawn again
   * @param episodes at least 1
   */
  public static Evaluation of(
      Runner runner,
      PlasticGraph graph,
      CueAssociation task,
      Objective<Decision> objective,
      long seed,
      long episodes) {
    IdealObserver observer = new IdealObserver(task.settings());
    long correct = 0;
    long sampled = 0;
    long ideal = 0;
    long counted = 0;
    double rate = 0;
    double active = 0;
    for (long i = 0; i < episodes; i++) {
      SplittableRandom random = Seeds.generator(seed, Streams.EVALUATION, i);
      Decision episode = task.episode(random);
      runner.reset();
      var recording = runner.run(episode.input());
      double[] rates = episode.readout().rates(recording.output());
      correct += Choice.greedy(rates, random) == episode.label() ? 1 : 0;
      sampled += objective.judge(episode, new RecordedEpisode(graph, recording), random).measures()[0] > 0 ? 1 : 0;
      ideal += observer.answer(episode, random) == episode.label() ? 1 : 0;
      counted += observer.counted(episode, random) == episode.label() ? 1 : 0;
      SpikeRaster hidden = recording.spikes().get(1);
      rate += hidden.meanRate();
      active += activeShare(hidden);
    }
    return new Evaluation(
        episodes, correct, sampled, ideal, counted, rate / episodes, active / episodes);
  }

  /** Share of right answers. */
  public double accuracy() {
    return (double) correct / episodes;
  }

  private static double activeShare(SpikeRaster raster) {
    int active = 0;
    for (int i = 0; i < raster.neurons(); i++) {
      active += raster.count(i, 0, raster.steps()) > 0 ? 1 : 0;
    }
    return (double) active / raster.neurons();
  }
}
