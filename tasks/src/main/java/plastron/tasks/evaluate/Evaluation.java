package plastron.tasks.evaluate;

import java.util.SplittableRandom;
import plastron.core.random.Seeds;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.train.Choice;
import plastron.slayer.train.Episode;
import plastron.slayer.train.EpisodeSource;
import plastron.tasks.model.Streams;

/**
 * How a network did on fresh trials, always taking the output neuron with the higher rate.
 *
 * @param episodes number of trials
 * @param correct how many were right
 * @param hiddenRate mean spikes per neuron of the first hidden layer and step
 * @param activeShare mean share of that layer's neurons that spike in a trial
 */
public record Evaluation(long episodes, long correct, double hiddenRate, double activeShare) {

  /**
   * Runs trials, each from rest.
   *
   * @param runner of any kind: float or a chip's emulator; population 1 of its recordings is the
   *     hidden layer
   * @param task where trials come from
   * @param seed of the trials; no trial of a training is drawn again
   * @param episodes at least 1
   */
  public static Evaluation of(Runner runner, EpisodeSource task, long seed, long episodes) {
    long correct = 0;
    double rate = 0;
    double active = 0;
    for (long i = 0; i < episodes; i++) {
      SplittableRandom random = Seeds.generator(seed, Streams.EVALUATION, i);
      Episode episode = task.episode(random);
      runner.reset();
      var recording = runner.run(episode.input());
      double[] rates = episode.readout().rates(recording.output());
      correct += Choice.greedy(rates, random) == episode.label() ? 1 : 0;
      SpikeRaster hidden = recording.spikes().get(1);
      rate += hidden.meanRate();
      active += activeShare(hidden);
    }
    return new Evaluation(episodes, correct, rate / episodes, active / episodes);
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
