package plastron.slayer.objective;

import java.util.List;
import java.util.random.RandomGenerator;
import plastron.slayer.loss.CountCrossEntropy;
import plastron.slayer.loss.Loss;
import plastron.slayer.sweep.Observed;

/**
 * Supervised classification by cross-entropy on output counts; the answer is the output neuron with
 * the highest rate.
 *
 * @param output index of the population whose neurons are the classes
 * @param gain factor from rates to log-odds, above 0
 */
public record SpikeClassification(int output, double gain) implements Objective<Decision> {

  @Override
  public List<Measure> measures() {
    return List.of(Measure.ACCURACY);
  }

  @Override
  public EpisodeJudgement judge(Decision trial, Observed observed, RandomGenerator random) {
    double[] rates = trial.readout().rates(observed.spikes(output));
    boolean right = Choice.greedy(rates, random) == trial.label();
    return new EpisodeJudgement(new double[] {right ? 1 : 0}, rates, new double[0]);
  }

  @Override
  public Loss loss(Decision trial, EpisodeJudgement judgement, double[] summary, long iteration) {
    return new CountCrossEntropy(trial.readout(), gain, trial.label()).on(output, 1);
  }
}
