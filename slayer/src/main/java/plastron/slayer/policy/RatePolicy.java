package plastron.slayer.policy;

import plastron.core.check.Require;
import plastron.slayer.loss.PolicyLoss;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.sweep.Observed;

/**
 * A policy over a few actions, each a neuron: the softmax of {@code gain} times the mean rates.
 *
 * @param population index of the population whose neurons are the actions
 * @param gain factor from rates to log-odds, above 0 (kappa)
 */
public record RatePolicy(int population, double gain) {

  public RatePolicy {
    if (population < 0) {
      throw new IllegalArgumentException(
          "Population of a policy (%d) must be at least 0.".formatted(population));
    }
    Require.positive("Gain of a policy", gain);
  }

  /** Probabilities of the actions. */
  public double[] probabilities(Observed observed, ReadoutSteps readout) {
    return ReadoutSteps.softmax(gain, rates(observed, readout));
  }

  /** Mean spikes per step of the actions' neurons. */
  double[] rates(Observed observed, ReadoutSteps readout) {
    return readout.rates(observed.spikes(population));
  }

  /**
   * The loss of an action that was taken.
   *
   * @param advantage what came of it beyond what was to be expected
   * @param entropyWeight weight of the entropy bonus, at least 0
   */
  PolicyLoss loss(Trajectory.Act act, double advantage, double entropyWeight) {
    return new PolicyLoss(act.readout(), gain, act.action(), advantage, entropyWeight);
  }
}
