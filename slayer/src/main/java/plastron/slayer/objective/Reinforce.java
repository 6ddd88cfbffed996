package plastron.slayer.objective;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import plastron.slayer.loss.Loss;
import plastron.slayer.loss.PolicyLoss;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.sweep.Observed;

/**
 * REINFORCE: an action is drawn from the softmax of the mean output rates. The reward is +1 for the
 * right action, -1 for any other; the baseline is the batch's mean reward.
 *
 * @param output index of the population whose neurons are the actions
 * @param gain factor from rates to log-odds, above 0 (kappa)
 * @param entropyWeight weight of the entropy bonus over the iterations
 * @param budget what the mean rates of output neurons may be
 */
public record Reinforce(int output, double gain, Schedule entropyWeight, RateBudget budget)
    implements Objective<Decision> {

  /** Without a budget. */
  public Reinforce(int output, double gain, Schedule entropyWeight) {
    this(output, gain, entropyWeight, RateBudget.NONE);
  }

  @Override
  public List<Measure> measures() {
    return List.of(Measure.ACCURACY);
  }

  @Override
  public boolean comparesEpisodes() {
    return true;
  }

  @Override
  public EpisodeJudgement judge(Decision trial, Observed observed, RandomGenerator random) {
    double[] rates = trial.readout().rates(observed.spikes(output));
    int action = Choice.drawn(ReadoutSteps.softmax(gain, rates), random);
    boolean right = action == trial.label();
    return new EpisodeJudgement(
        new double[] {right ? 1 : 0}, rates, new double[] {action, right ? 1 : -1});
  }

  private static int action(EpisodeJudgement judgement) {
    return (int) judgement.notes()[0];
  }

  private static double reward(EpisodeJudgement judgement) {
    return judgement.notes()[1];
  }

  /** The mean reward, then the mean rate of every output neuron. */
  @Override
  public double[] summary(List<EpisodeJudgement> batch) {
    int actions = batch.getFirst().outputRates().length;
    double[] summary = new double[1 + actions];
    for (EpisodeJudgement judgement : batch) {
      summary[0] += reward(judgement);
      for (int k = 0; k < actions; k++) {
        summary[1 + k] += judgement.outputRates()[k] / batch.size();
      }
    }
    summary[0] /= batch.size();
    return summary;
  }

  @Override
  public Loss loss(Decision trial, EpisodeJudgement judgement, double[] summary, long iteration) {
    PolicyLoss policy =
        new PolicyLoss(
            trial.readout(),
            gain,
            action(judgement),
            reward(judgement) - summary[0],
            entropyWeight.at(iteration));
    double[] meanRates = Arrays.copyOfRange(summary, 1, summary.length);
    return budget.added(policy, trial.readout(), meanRates).on(output, 1);
  }
}
