package plastron.slayer.objective;

import java.util.List;
import java.util.random.RandomGenerator;
import plastron.slayer.loss.Loss;
import plastron.slayer.sweep.Observed;

/**
 * What training strives for: how a trial is judged by what any populations of the network did in
 * it, and which loss that makes. A loss is what {@link Loss} terms add up to, so that an objective
 * chooses terms and leaves derivatives to them. Called from several threads at once: what it knows
 * of a trial goes by way of the {@link EpisodeJudgement}.
 *
 * @param <T> type of the trials
 */
public interface Objective<T extends Episode> {

  /**
   * What judgements measure, each under a name of its own; the first is the one that progress, the
   * learning curve and the criterion show.
   *
   * @return at least one, always the same
   */
  List<Measure> measures();

  /**
   * Whether a trial's loss depends on the rest of its batch. All trials of a batch are then run
   * forwards before the first goes back, each on a tape of its own, and a batch needs at least 2.
   */
  default boolean comparesEpisodes() {
    return false;
  }

  /**
   * Judges one trial.
   *
   * @param observed what the network did, valid during the call
   * @param random the trial's own generator, behind what was drawn to make the trial
   */
  EpisodeJudgement judge(T trial, Observed observed, RandomGenerator random);

  /**
   * What all losses of a batch have in common, such as a baseline. Called once for every batch,
   * where trials are compared.
   *
   * @param batch all judgements, in order
   */
  default double[] summary(List<EpisodeJudgement> batch) {
    return new double[0];
  }

  /**
   * The loss of one trial.
   *
   * @param judgement of this trial
   * @param summary of its batch; empty where trials are not compared
   * @param iteration counted from 0
   */
  Loss loss(T trial, EpisodeJudgement judgement, double[] summary, long iteration);
}
