package plastron.tasks.train;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.plasticity.model.PlasticGraph;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.model.TrainingSetup;

/** Refuses a training that can be known to learn nothing before its first iteration. */
final class StartChecks {

  /** A reset that is smaller than this part of the threshold changes nothing. */
  private static final double LEAST_RESET = 1e-2;

  private final Configuration config;
  private final TrainingSetup setup;
  private final PlasticGraph graph;
  private final int longest;

  private StartChecks(TrainingSetup setup) {
    this.setup = setup;
    config = setup.config();
    graph = setup.plan().initial().graph();
    longest = setup.design().longestSteps();
  }

  /**
   * Looks at all settings together.
   *
   * @throws BadInputException naming the setting that prevents learning
   */
  static void require(TrainingSetup setup) {
    StartChecks checks = new StartChecks(setup);
    checks.batch();
    checks.learningRate();
    checks.interval();
    checks.coefficients();
    checks.reset();
    ChipChecks.require(checks.config, checks.graph);
  }

  private void batch() {
    boolean compares = setup.plan().task().objective().comparesEpisodes();
    if (compares && config.count(TrainingSettings.BATCH) < 2) {
      throw new BadInputException(
          "Setting %s (%d) must be at least 2: a trial's reward is compared with the batch's mean, which would be its own, so that its gradient is 0."
              .formatted(TrainingSettings.BATCH.key(), config.count(TrainingSettings.BATCH)),
          "Maybe --set %s=64.".formatted(TrainingSettings.BATCH.key()));
    }
  }

  private void learningRate() {
    boolean constant = config.get(TrainingSettings.LEARNING_RATE_DECAY).equals("constant");
    double end = constant ? 0 : config.get(TrainingSettings.LEARNING_RATE_END);
    if (config.get(TrainingSettings.LEARNING_RATE) == 0 && end == 0) {
      throw new BadInputException(
          "Setting %s (0.0) must be above 0: nothing would ever change."
              .formatted(TrainingSettings.LEARNING_RATE.key()),
          "Maybe --set %s=5e-3.".formatted(TrainingSettings.LEARNING_RATE.key()));
    }
  }

  private void interval() {
    int interval = graph.clock().updateInterval();
    if (graph.hasWindows() && interval >= longest) {
      throw new BadInputException(
          "Setting %s (%d) must be below the %d steps of a trial: %s would never act."
              .formatted(
                  ModelSettings.UPDATE_INTERVAL.key(),
                  interval,
                  longest,
                  graph.isPlastic() ? "the rule" : "rate blocks"),
          "Maybe --set %s=%d."
              .formatted(ModelSettings.UPDATE_INTERVAL.key(), Math.max(1, longest / 8)));
    }
  }

  /** Traces that stay 0 behind coefficients that are 0: neither has a gradient. */
  private void coefficients() {
    boolean zero =
        Stream.of(ModelSettings.ETA, ModelSettings.ALPHA_MEAN, ModelSettings.ALPHA_SD)
            .allMatch(setting -> config.has(setting) && config.get(setting) == 0);
    if (graph.isPlastic() && zero) {
      throw new BadInputException(
          "Settings %s, %s and %s (all 0.0) must not all be 0: neither the traces nor their coefficients could ever change."
              .formatted(
                  ModelSettings.ETA.key(),
                  ModelSettings.ALPHA_MEAN.key(),
                  ModelSettings.ALPHA_SD.key()),
          "Maybe --set %s=0.05.".formatted(ModelSettings.ETA.key()));
    }
  }

  /** A reset that is over before the next step, or does not come before the end, is none. */
  private void reset() {
    for (Population population : graph.populations()) {
      if (population.neuron() instanceof Neuron.Srm srm && srm.rho() > 0) {
        double largest =
            IntStream.rangeClosed(1, longest)
                .mapToDouble(t -> srm.rho() * srm.refractory().of(0).at(t))
                .max()
                .orElse(0);
        require(largest, srm.rho());
      }
    }
  }

  private void require(double reset, double rho) {
    if (reset < LEAST_RESET) {
      throw new BadInputException(
          "Setting %s (%s steps, with %s %s) leaves no reset: it moves a potential by at most %.2g thresholds, expected %s or more."
              .formatted(
                  ModelSettings.TAU_REF.key(),
                  config.get(ModelSettings.TAU_REF),
                  ModelSettings.RHO.key(),
                  rho,
                  reset,
                  LEAST_RESET),
          "Maybe --set %s=1, or %s=0 for neurons without a reset."
              .formatted(ModelSettings.TAU_REF.key(), ModelSettings.RHO.key()));
    }
  }
}
