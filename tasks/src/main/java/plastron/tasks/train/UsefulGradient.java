package plastron.tasks.train;

import plastron.slayer.train.TrainingPlan;

/**
 * Which gradients change a model to any purpose.
 *
 * @param least smallest norm that counts: what is below it are the remains that a surrogate lets
 *     through where neurons are silent or saturated
 * @param most norms above it are skipped
 */
record UsefulGradient(double least, double most) {

  private static final double LEAST = 1e-2;

  /** Of a plan; where single episodes are scaled down, all norms are smaller. */
  static UsefulGradient of(TrainingPlan plan) {
    return new UsefulGradient(LEAST * Math.min(1, plan.episodeClipNorm()), plan.skipNorm());
  }

  /** Whether an iteration with this gradient was skipped; NaN is. */
  boolean isSkipped(double norm) {
    return !(norm <= most);
  }

  /** Whether it counts. */
  boolean counts(double norm) {
    return norm >= least && norm <= most;
  }
}
