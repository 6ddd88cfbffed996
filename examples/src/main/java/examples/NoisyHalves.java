package examples;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plastron.core.random.Seeds;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Decision;

/** A task of one's own: which half of the inputs spikes more often? */
final class NoisyHalves {

  static final int INPUTS = 20;
  private static final int STEPS = 80;
  private static final ReadoutSteps READOUT = new ReadoutSteps(20, STEPS);

  private NoisyHalves() {}

  static Decision draw(RandomGenerator random) {
    int label = random.nextInt(2);
    SpikeRaster spikes = new SpikeRaster(STEPS, INPUTS);
    for (int t = 0; t < STEPS; t++) {
      for (int j = 0; j < INPUTS; j++) {
        if (random.nextDouble() < (j / (INPUTS / 2) == label ? 0.12 : 0.08)) {
          spikes.set(t, j);
        }
      }
    }
    return new Decision(spikes, READOUT, label);
  }

  /** Always the same trials, none of which is drawn in training. */
  static Stream<Decision> trials(int count) {
    return IntStream.range(0, count).mapToObj(i -> draw(Seeds.generator(1, -1, i)));
  }

  /** How many of so many trials are answered right. */
  static long right(Runner network, int count) {
    return trials(count).filter(trial -> isRight(network, trial)).count();
  }

  private static boolean isRight(Runner network, Decision trial) {
    network.reset();
    double[] rates = READOUT.rates(network.run(trial.input()).output());
    return rates[trial.label()] > rates[1 - trial.label()];
  }
}
