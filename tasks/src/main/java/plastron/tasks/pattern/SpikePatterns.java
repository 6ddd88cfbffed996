package plastron.tasks.pattern;

import java.util.random.RandomGenerator;
import plastron.core.random.Seeds;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.OpenSource;
import plastron.tasks.design.Streams;

/**
 * Trials that show one of a few spike patterns. In every pattern each input neuron has the same
 * number of spikes, so that nothing but their times tells patterns apart; every time they are shown
 * spikes come a little earlier or later, some are missing, and some are noise. The label is the
 * pattern.
 */
final class SpikePatterns implements OpenSource<Decision> {

  /**
   * What decides the distribution of trials.
   *
   * @param classes patterns, at least 2
   * @param inputs neurons, at least 1
   * @param length steps of a pattern, at least 2
   * @param spikes of every neuron in every pattern, at least 1
   * @param delay steps after the pattern before the answer, at least 0
   * @param answer steps of the answer, at least 1; they are the readout
   * @param jitter deviation of a spike from its time in steps, at least 0
   * @param lost probability that a spike is missing
   * @param noise probability of a spike of noise per neuron and step
   */
  record Shape(
      int classes,
      int inputs,
      int length,
      int spikes,
      int delay,
      int answer,
      double jitter,
      double lost,
      double noise) {

    /** Steps of a trial. */
    int steps() {
      return length + delay + answer;
    }
  }

  private final Shape shape;

  /** {@code [class][neuron][spike]}: its step. */
  private final int[][][] times;

  /**
   * @param seed decides the patterns
   */
  SpikePatterns(Shape shape, long seed) {
    this.shape = shape;
    times = new int[shape.classes()][shape.inputs()][shape.spikes()];
    for (int c = 0; c < times.length; c++) {
      RandomGenerator random = Seeds.generator(seed, Streams.PATTERN, c);
      for (int[] neuron : times[c]) {
        for (int k = 0; k < neuron.length; k++) {
          neuron[k] = random.nextInt(shape.length());
        }
      }
    }
  }

  @Override
  public Decision episode(RandomGenerator random) {
    return episode(random.nextInt(shape.classes()), random);
  }

  /** A trial of a given pattern. */
  Decision episode(int label, RandomGenerator random) {
    SpikeRaster input = new SpikeRaster(shape.steps(), shape.inputs());
    for (int i = 0; i < shape.inputs(); i++) {
      for (int time : times[label][i]) {
        long step = Math.round(time + shape.jitter() * random.nextGaussian());
        boolean lost = random.nextDouble() < shape.lost();
        if (!lost && step >= 0 && step < shape.length()) {
          input.set((int) step, i);
        }
      }
      for (int t = 0; t < shape.steps(); t++) {
        if (random.nextDouble() < shape.noise()) {
          input.set(t, i);
        }
      }
    }
    ReadoutSteps answer = new ReadoutSteps(shape.steps() - shape.answer(), shape.steps());
    return new Decision(input, answer, label);
  }
}
