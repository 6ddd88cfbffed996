package plastron.slayer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.CountCrossEntropy;
import plastron.slayer.loss.PolicyLoss;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.loss.Readout;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.sweep.OutputAdjoint;

class ObjectiveTest {

  private static final int DRAWS = 6000;

  private static final BatchMeans MEANS = new BatchMeans(0.25, new double[] {0, 0.3, 0.9});

  private final SplittableRandom random = new SplittableRandom(5);
  private final SpikeRaster output = new SpikeRaster(4, 3);
  private final Episode episode = new Episode(new SpikeRaster(4, 1), new Readout(0, 4), 2);

  @Test
  void reinforceDrawsFromTheSoftmax() {
    output.set(0, 1);
    output.set(0, 2);
    output.set(1, 2);
    Objective objective = new Objective.Reinforce(3, new Schedule.Constant(0));
    double[] share = new double[3];
    for (int k = 0; k < DRAWS; k++) {
      Outcome outcome = objective.judge(episode, output, random);
      share[outcome.choice()] += 1.0 / DRAWS;
      assertThat(outcome.correct()).isEqualTo(outcome.choice() == 2);
      assertThat(outcome.reward()).isEqualTo(outcome.choice() == 2 ? 1 : -1);
    }
    double sum = 1 + Math.exp(0.75) + Math.exp(1.5);
    assertThat(share[0]).isCloseTo(1 / sum, within(0.025));
    assertThat(share[1]).isCloseTo(Math.exp(0.75) / sum, within(0.025));
    assertThat(share[2]).isCloseTo(Math.exp(1.5) / sum, within(0.025));
  }

  @Test
  void tiesAreBrokenFairly() {
    int[] chosen = new int[4];
    for (int k = 0; k < DRAWS; k++) {
      chosen[Choice.greedy(new double[] {0.5, 0.2, 0.5, 0.5}, random)]++;
    }
    assertThat(chosen[1]).isZero();
    for (int tied : new int[] {0, 2, 3}) {
      assertThat(chosen[tied]).isBetween(DRAWS / 3 - 150, DRAWS / 3 + 150);
    }
    assertThat(Choice.greedy(new double[] {0.1, 0.3, 0.2}, random)).isEqualTo(1);
  }

  @Test
  void lossesCarryAdvantageAndSchedule() {
    Objective reinforce = new Objective.Reinforce(3, new Schedule.Linear(1, 0, 10));
    assertThat(reinforce.loss(episode, new Outcome(1, false, -1), MEANS, 5))
        .isEqualTo(new PolicyLoss(episode.readout(), 3, 1, -1.25, 0.5));
    assertThat(new Objective.Classify(3).loss(episode, new Outcome(1, false, -1), MEANS, 5))
        .isEqualTo(new CountCrossEntropy(episode.readout(), 3, 2));
  }

  @Test
  void anOutputThatIsAlwaysSilentOrBusyIsPushedBack() {
    output.set(0, 1);
    Outcome outcome = new Outcome(1, false, -1);
    Schedule none = new Schedule.Constant(0);
    Objective plain = new Objective.Reinforce(3, none);
    Objective held = new Objective.Reinforce(3, none, new RateBudget(0.1, 0.5, 20));
    OutputAdjoint without = new OutputAdjoint(3);
    OutputAdjoint with = new OutputAdjoint(3);
    double loss = plain.loss(episode, outcome, MEANS, 0).evaluate(output, without);
    assertThat(held.loss(episode, outcome, MEANS, 0).evaluate(output, with))
        .isCloseTo(loss + 10 * (0.1 * 0.1 + 0.4 * 0.4), within(1e-12));
    double[] push = {-20 * 0.1 / 4, 0, 20 * 0.4 / 4};
    for (int i = 0; i < 3; i++) {
      assertThat(with.get(0, i) - without.get(0, i)).isCloseTo(push[i], within(1e-12));
    }
  }
}
