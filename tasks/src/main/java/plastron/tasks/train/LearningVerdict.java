package plastron.tasks.train;

import java.util.Optional;
import plastron.slayer.train.TrainingPlan;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.run.MetricsTable;

/** What there is to say when a run is over: whether any of its iterations was of use. */
final class LearningVerdict {

  private LearningVerdict() {}

  /**
   * Why nothing was learned.
   *
   * @param metrics of the whole run
   * @return empty if some iteration counted, or none was needed
   */
  static Optional<String> of(TrainingPlan plan, MetricsTable metrics) {
    UsefulGradient useful = UsefulGradient.of(plan);
    boolean counted = metrics.rows().stream().anyMatch(r -> useful.counts(r.gradientNorm()));
    double best = plan.watched().best();
    boolean needed = metrics.rows().stream().anyMatch(r -> r.measures().getFirst() != best);
    if (counted || !needed) {
      return Optional.empty();
    }
    long skipped = metrics.rows().stream().filter(r -> useful.isSkipped(r.gradientNorm())).count();
    return Optional.of(
        "Nothing was learned: of %d iterations, %d were skipped (gradient not finite, or above %s %s) and %d had a gradient below %s."
            .formatted(
                metrics.rows().size(),
                skipped,
                TrainingSettings.SKIP_NORM.key(),
                plan.skipNorm(),
                metrics.rows().size() - skipped,
                useful.least()));
  }
}
