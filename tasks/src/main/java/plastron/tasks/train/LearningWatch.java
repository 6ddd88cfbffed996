package plastron.tasks.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.train.StepReport;
import plastron.slayer.train.TrainingPlan;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.model.TrainingSetup;

/**
 * Notices while it happens that nothing is learned. Says so once half of the last iterations were
 * idle, and again after ten times as many.
 */
final class LearningWatch {

  private static final int WINDOW = 10;
  private static final double SILENT = 1e-3;
  private static final double BUSY = 0.95;

  private final TrainingPlan plan;
  private final Configuration config;
  private final UsefulGradient useful;
  private final boolean[] recent = new boolean[WINDOW];
  private long seen;
  private long idle;
  private long skipped;
  private long next;

  LearningWatch(TrainingSetup setup) {
    plan = setup.plan();
    config = setup.config();
    useful = UsefulGradient.of(plan);
  }

  /**
   * One more iteration.
   *
   * @return a line to show, seldom present
   */
  Optional<String> see(StepReport report) {
    // Where all is as good as can be there is nothing to learn.
    boolean isPerfect = report.measure(plan.watched().name()) == plan.watched().best();
    boolean isIdle = !useful.counts(report.gradientNorm()) && !isPerfect;
    recent[(int) (seen++ % WINDOW)] = isIdle;
    idle += isIdle ? 1 : 0;
    skipped += report.skipped() ? 1 : 0;
    int now = 0;
    for (boolean r : recent) {
      now += r ? 1 : 0;
    }
    if (!isIdle || now < WINDOW / 2 || idle < next) {
      return Optional.empty();
    }
    next = 10 * idle;
    return Optional.of(line(report, now));
  }

  private String line(StepReport report, int now) {
    return String.format(
        Locale.ROOT,
        "Iteration %d: nothing was learned in %d of the last %d, %s%s",
        report.iteration() + 1,
        now,
        Math.min(seen, WINDOW),
        report.skipped()
            ? "gradient %.2e; %d of %d updates were skipped. "
                .formatted(report.gradientNorm(), skipped, seen)
            : "gradient %.2e is below %s. ".formatted(report.gradientNorm(), useful.least()),
        wayOut(report));
  }

  private String wayOut(StepReport report) {
    if (!Double.isFinite(report.gradientNorm())) {
      return "Maybe a smaller %s or %s, or a larger %s, keeps it finite."
          .formatted(
              ModelSettings.ETA.key(),
              ModelSettings.E_CLIP.key(),
              TrainingSettings.SURROGATE_WIDTH.key());
    }
    if (report.skipped()) {
      return "Maybe a larger %s (%s).".formatted(TrainingSettings.SKIP_NORM.key(), plan.skipNorm());
    }
    List<String> dead = dead(report);
    return dead.isEmpty()
        ? "Maybe a larger %s."
            .formatted(known(TrainingSettings.SURROGATE_WIDTH, TrainingSettings.KAPPA))
        : "%s. Maybe a larger %s%s."
            .formatted(
                String.join(", ", dead),
                known(TrainingSettings.RATE_BUDGET, TrainingSettings.SURROGATE_WIDTH),
                config.has(ModelSettings.W_MEAN)
                    ? ", or another " + ModelSettings.W_MEAN.key()
                    : "");
  }

  /** Those of some settings that the task has. */
  private String known(Setting<?>... some) {
    return Stream.of(some)
        .filter(config::has)
        .map(Setting::key)
        .collect(Collectors.joining(" or "));
  }

  /** What is silent, or fires all the time. */
  private List<String> dead(StepReport report) {
    List<String> dead = new ArrayList<>();
    PlasticGraph graph = plan.initial().graph();
    int[] populations = plan.spiking();
    Set<Integer> outputs = Arrays.stream(graph.outputs()).boxed().collect(Collectors.toSet());
    for (int p = 0; p < populations.length; p++) {
      // What answers is reported neuron by neuron.
      boolean answers = report.outputRates().length > 0 && outputs.contains(populations[p]);
      if (!answers) {
        String name = graph.populations().get(populations[p]).name();
        state("Layer " + name, report.rates()[p]).ifPresent(dead::add);
      }
    }
    for (int i = 0; i < report.outputRates().length; i++) {
      state("output neuron " + i, report.outputRates()[i]).ifPresent(dead::add);
    }
    return dead;
  }

  private static Optional<String> state(String what, double rate) {
    return rate < SILENT
        ? Optional.of(what + " is silent")
        : rate > BUSY ? Optional.of(what + " fires in every step") : Optional.empty();
  }
}
