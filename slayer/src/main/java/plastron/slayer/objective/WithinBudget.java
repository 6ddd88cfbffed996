package plastron.slayer.objective;

import java.util.List;
import java.util.random.RandomGenerator;
import plastron.slayer.loss.Loss;
import plastron.slayer.loss.OperationBudget;
import plastron.slayer.sweep.Observed;

/**
 * An objective with a penalty on the synaptic operations of every trial.
 *
 * @param objective what to strive for
 * @param budget of the same network
 * @param <T> type of the trials
 */
public record WithinBudget<T extends Episode>(Objective<T> objective, OperationBudget budget)
    implements Objective<T> {

  @Override
  public List<Measure> measures() {
    return objective.measures();
  }

  @Override
  public boolean comparesEpisodes() {
    return objective.comparesEpisodes();
  }

  @Override
  public EpisodeJudgement judge(T trial, Observed observed, RandomGenerator random) {
    return objective.judge(trial, observed, random);
  }

  @Override
  public double[] summary(List<EpisodeJudgement> batch) {
    return objective.summary(batch);
  }

  @Override
  public Loss loss(T trial, EpisodeJudgement judgement, double[] summary, long iteration) {
    return Loss.sum(List.of(objective.loss(trial, judgement, summary, iteration), budget));
  }
}
