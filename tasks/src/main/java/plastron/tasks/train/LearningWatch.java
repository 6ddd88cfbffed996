package plastron.tasks.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.train.StepReport;
import plastron.slayer.train.TrainingPlan;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.TrainingSettings;

/**
 * Notices while it happens that nothing is learned. Says so once half of the last iterations were
 * idle, and again after ten times as many.
 */
final class LearningWatch {

  private static final int WINDOW = 10;
  private static final double SILENT = 1e-3;
  private static final double BUSY = 0.95;

  private final TrainingPlan plan;
  private final UsefulGradient useful;
  private final boolean[] recent = new boolean[WINDOW];
  private long seen;
  private long idle;
  private long skipped;
  private long next;

  LearningWatch(TrainingPlan plan) {
    this.plan = plan;
    useful = UsefulGradient.of(plan);
  }

  /**
   * One more iteration.
   *
   * @return a line to show, seldom present
   */
  Optional<String> see(StepReport report) {
    // Where every answer was right there is nothing to learn.
    boolean isIdle = !useful.counts(report.gradientNorm()) && report.measure("accuracy") < 1;
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
        ? "Maybe a larger %s or %s."
            .formatted(TrainingSettings.SURROGATE_WIDTH.key(), TrainingSettings.KAPPA.key())
        : "%s. Maybe a larger %s or %s, or another %s."
            .formatted(
                String.join(", ", dead),
                TrainingSettings.RATE_BUDGET.key(),
                TrainingSettings.SURROGATE_WIDTH.key(),
                ModelSettings.W_MEAN.key());
  }

  /** What is silent, or fires all the time. */
  private List<String> dead(StepReport report) {
    List<String> dead = new ArrayList<>();
    PlasticGraph graph = plan.initial().graph();
    int[] populations = plan.spiking();
    for (int p = 0; p < populations.length; p++) {
      if (populations[p] != graph.outputs()[0]) {
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
