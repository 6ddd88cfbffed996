package plastron.slayer.objective;

/**
 * What an objective makes of one trial. Arrays are not copied: treat as read-only.
 *
 * @param measures one number for each of {@link Objective#measures}, in their order
 * @param outputRates spikes per step of the neurons that answer, in the steps that count; empty if
 *     what answers does not spike
 * @param notes what else the loss of the trial, or of others in its batch, needs; the objective's
 *     own business
 */
public record EpisodeJudgement(double[] measures, double[] outputRates, double[] notes) {

  /** Measures alone. */
  public static EpisodeJudgement of(double... measures) {
    return new EpisodeJudgement(measures, new double[0], new double[0]);
  }
}
