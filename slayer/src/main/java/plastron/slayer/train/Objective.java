package plastron.slayer.train;

import java.util.random.RandomGenerator;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.CountCrossEntropy;
import plastron.slayer.loss.PolicyLoss;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.loss.Readout;
import plastron.slayer.loss.SpikeLoss;
import plastron.slayer.optimise.Schedule;

/**
 * What training strives for: how an output is judged, and which loss an episode gets once the whole
 * batch is known.
 */
public sealed interface Objective {

  /** Whether an episode's loss depends on the outcomes of the rest of the batch. */
  boolean comparesEpisodes();

  /** Judges the output of one episode. */
  Outcome judge(Episode episode, SpikeRaster output, RandomGenerator random);

  /**
   * The loss of one episode.
   *
   * @param batch means over the batch
   * @param iteration counted from 0
   */
  SpikeLoss loss(Episode episode, Outcome outcome, BatchMeans batch, long iteration);

  /**
   * REINFORCE: an action is drawn from the softmax of the mean output rates; the baseline is the
   * batch's mean reward.
   *
   * @param gain factor from rates to log-odds, above 0 (kappa)
   * @param entropyWeight weight of the entropy bonus over the iterations
   * @param budget what the mean rates of output neurons may be
   */
  record Reinforce(double gain, Schedule entropyWeight, RateBudget budget) implements Objective {
    /** Without a budget. */
    public Reinforce(double gain, Schedule entropyWeight) {
      this(gain, entropyWeight, RateBudget.NONE);
    }

    @Override
    public boolean comparesEpisodes() {
      return true;
    }

    @Override
    public Outcome judge(Episode episode, SpikeRaster output, RandomGenerator random) {
      double[] pi = Readout.softmax(gain, episode.readout().rates(output));
      double draw = random.nextDouble();
      int action = 0;
      for (double sum = pi[0]; action < pi.length - 1 && draw >= sum; sum += pi[action]) {
        action++;
      }
      return Outcome.of(action, episode);
    }

    @Override
    public SpikeLoss loss(Episode episode, Outcome outcome, BatchMeans batch, long iteration) {
      PolicyLoss policy =
          new PolicyLoss(
              episode.readout(),
              gain,
              outcome.choice(),
              outcome.reward() - batch.reward(),
              entropyWeight.at(iteration));
      return budget.added(policy, episode.readout(), batch.outputRates());
    }
  }

  /**
   * Supervised classification by cross-entropy on output counts.
   *
   * @param gain factor from rates to log-odds, above 0
   */
  record Classify(double gain) implements Objective {
    @Override
    public boolean comparesEpisodes() {
      return false;
    }

    @Override
    public Outcome judge(Episode episode, SpikeRaster output, RandomGenerator random) {
      return Outcome.of(Choice.greedy(episode.readout().rates(output), random), episode);
    }

    @Override
    public SpikeLoss loss(Episode episode, Outcome outcome, BatchMeans batch, long iteration) {
      return new CountCrossEntropy(episode.readout(), gain, episode.label());
    }
  }
}
