package plastron.slayer.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import plastron.core.check.Require;
import plastron.slayer.loss.Loss;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.loss.SpikeLoss;
import plastron.slayer.objective.EpisodeJudgement;
import plastron.slayer.objective.Measure;
import plastron.slayer.objective.Objective;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.sweep.Observed;

/**
 * REINFORCE over many actions (Williams 1992): an action's advantage is its discounted return minus
 * the mean return at the same place of all trials in the batch that came so far, over the root mean
 * square of all such differences, so that neither the unit of rewards nor their sum over an episode
 * decides what the entropy weighs. A trial's loss is the sum of the {@link
 * plastron.slayer.loss.PolicyLoss} of its actions over the mean number of actions in a trial.
 *
 * @param policy what draws actions
 * @param discount of later rewards, from 0 to 1 (gamma)
 * @param entropyWeight weight of the entropy bonus over the iterations
 * @param budget what the mean rates of the actions' neurons may be
 * @param measured what is measured, at least one; the first is what training is watched by
 */
public record DiscountedReinforce(
    RatePolicy policy,
    double discount,
    Schedule entropyWeight,
    RateBudget budget,
    List<TrajectoryMeasure> measured)
    implements Objective<Trajectory> {

  public DiscountedReinforce {
    Require.given("Policy", policy);
    Require.given("Entropy weight", entropyWeight);
    Require.given("Budget of rates", budget);
    measured = Require.all("Measures of trajectories", measured);
    if (measured.isEmpty() || !(discount >= 0 && discount <= 1)) {
      throw new IllegalArgumentException(
          "REINFORCE (%d measures, discount %s) needs at least one measure and a discount from 0 to 1."
              .formatted(measured.size(), discount));
    }
  }

  @Override
  public List<Measure> measures() {
    return measured.stream().map(TrajectoryMeasure::measure).toList();
  }

  @Override
  public boolean comparesEpisodes() {
    return true;
  }

  @Override
  public EpisodeJudgement judge(Trajectory trial, Observed observed, RandomGenerator random) {
    double[] measures =
        measured.stream().mapToDouble(m -> m.value().applyAsDouble(trial)).toArray();
    double[] mean = new double[0];
    for (Trajectory.Act act : trial.acts()) {
      double[] rates = policy.rates(observed, act.readout());
      mean = mean.length == 0 ? new double[rates.length] : mean;
      for (int i = 0; i < rates.length; i++) {
        mean[i] += rates[i] / trial.acts().size();
      }
    }
    return new EpisodeJudgement(measures, mean, trial.returns(discount));
  }

  /**
   * The scale of advantages, the mean number of acts, the mean rates of the actions' neurons, then
   * the baseline of every act.
   */
  @Override
  public double[] summary(List<EpisodeJudgement> batch) {
    int actions = batch.getFirst().outputRates().length;
    int longest = batch.stream().mapToInt(j -> j.notes().length).max().orElseThrow();
    double[] summary = new double[2 + actions + longest];
    int[] present = new int[longest];
    for (EpisodeJudgement judgement : batch) {
      summary[1] += (double) judgement.notes().length / batch.size();
      for (int i = 0; i < actions; i++) {
        summary[2 + i] += judgement.outputRates()[i] / batch.size();
      }
      for (int k = 0; k < judgement.notes().length; k++) {
        summary[2 + actions + k] += judgement.notes()[k];
        present[k]++;
      }
    }
    for (int k = 0; k < longest; k++) {
      summary[2 + actions + k] /= present[k];
    }
    double squares = 0;
    for (EpisodeJudgement judgement : batch) {
      for (int k = 0; k < judgement.notes().length; k++) {
        double difference = judgement.notes()[k] - summary[2 + actions + k];
        squares += difference * difference;
      }
    }
    summary[0] = Math.sqrt(squares / Arrays.stream(present).sum());
    return summary;
  }

  @Override
  public Loss loss(Trajectory trial, EpisodeJudgement judgement, double[] summary, long iteration) {
    int actions = judgement.outputRates().length;
    double entropy = entropyWeight.at(iteration);
    double[] meanRates = Arrays.copyOfRange(summary, 2, 2 + actions);
    List<SpikeLoss> terms = new ArrayList<>();
    for (int k = 0; k < trial.acts().size(); k++) {
      Trajectory.Act act = trial.acts().get(k);
      double difference = judgement.notes()[k] - summary[2 + actions + k];
      // Where all returns are the same, there is nothing to prefer.
      double advantage = summary[0] > 0 ? difference / summary[0] : 0;
      terms.add(budget.added(policy.loss(act, advantage, entropy), act.readout(), meanRates));
    }
    SpikeLoss all =
        (output, adjoint) ->
            terms.stream().mapToDouble(term -> term.evaluate(output, adjoint)).sum();
    return all.on(policy.population(), 1 / summary[1]);
  }
}
