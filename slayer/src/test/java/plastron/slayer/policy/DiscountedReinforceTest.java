package plastron.slayer.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plastron.core.environment.Environment;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.EpisodeJudgement;
import plastron.slayer.objective.Measure;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Observed;

class DiscountedReinforceTest {

  private static final int STEPS = 4;

  private static DiscountedReinforce objective(RateBudget budget) {
    return new DiscountedReinforce(
        new RatePolicy(0, 2),
        0.5,
        new Schedule.Constant(0),
        budget,
        List.of(TrajectoryMeasure.RETURN, TrajectoryMeasure.STEPS));
  }

  /** A network of one population, which spikes in every step of the even neurons. */
  private record Shown(SpikeRaster spikes) implements Observed {
    @Override
    public SpikeRaster spikes(int population) {
      return spikes;
    }

    @Override
    public double[][] potentials(int population) {
      throw new AssertionError("Nobody reads potentials.");
    }
  }

  private static Trajectory trial(double... rewards) {
    return new Trajectory(
        Input.of(new SpikeRaster(STEPS * rewards.length, 1)),
        IntStream.range(0, rewards.length)
            .mapToObj(
                k ->
                    new Trajectory.Act(
                        new ReadoutSteps(STEPS * k, STEPS * (k + 1)),
                        k % 2,
                        new Environment.Step(
                            new double[1], rewards[k], k == rewards.length - 1, false, Map.of())))
            .toList());
  }

  private static Shown shown(Trajectory trial) {
    SpikeRaster spikes = new SpikeRaster(trial.input().steps(), 2);
    for (int t = 0; t < spikes.steps(); t += 2) {
      spikes.set(t, 0);
    }
    return new Shown(spikes);
  }

  private static EpisodeJudgement judge(DiscountedReinforce objective, Trajectory trial) {
    return objective.judge(trial, shown(trial), new SplittableRandom(1));
  }

  @Test
  void laterRewardsAreWorthLess() {
    assertThat(trial(1, 2, 4).returns(0.5)).containsExactly(3, 4, 4);
    assertThat(trial(1, 2, 4).returns(1)).containsExactly(7, 6, 4);
    assertThat(trial(1, 2, 4).returns(0)).containsExactly(1, 2, 4);
  }

  @Test
  void measuresAndRatesAreThoseOfTheTrial() {
    EpisodeJudgement judgement = judge(objective(RateBudget.NONE), trial(1, 2, 4));
    assertThat(judgement.measures()).containsExactly(7, 3);
    assertThat(judgement.outputRates()).containsExactly(new double[] {0.5, 0}, within(1e-12));
    assertThat(objective(RateBudget.NONE).measures())
        .extracting(Measure::name)
        .containsExactly("return", "steps");
  }

  @Test
  void theBaselineIsTheMeanOfThoseThatCameSoFar() {
    DiscountedReinforce objective = objective(RateBudget.NONE);
    double[] summary =
        objective.summary(List.of(judge(objective, trial(1, 2, 4)), judge(objective, trial(1))));
    // Returns 3, 4, 4 and 1: baselines 2, 4, 4, so that two differences of four are 1 and -1.
    assertThat(summary)
        .containsExactly(new double[] {Math.sqrt(0.5), 2, 0.5, 0, 2, 4, 4}, within(1e-12));
  }

  @Test
  void everyActPushesItsOwnStepsByItsAdvantage() {
    DiscountedReinforce objective = objective(RateBudget.NONE);
    Trajectory trial = trial(1, 2);
    Shown shown = shown(trial);
    double[] summary = {2, 4, 0.5, 0, 0, 3};
    Adjoints adjoints = new Adjoints(new int[] {2});
    double loss =
        objective.loss(trial, judge(objective, trial), summary, 0).evaluate(shown, adjoints);
    double pi = 1 / (1 + Math.exp(-2 * 0.5));
    // Returns 2 and 2: advantages 2 / 2 of action 0, -1 / 2 of action 1; four acts in the mean.
    assertThat(loss).isCloseTo((-Math.log(pi) + 0.5 * Math.log(1 - pi)) / 4, within(1e-12));
    double first = 2 * (pi - 1) / STEPS / 4;
    double second = 2 * -0.5 * pi / STEPS / 4;
    for (int t = 0; t < 2 * STEPS; t++) {
      double want = t < STEPS ? first : second;
      assertThat(adjoints.of(0).get(t, 0)).isCloseTo(want, within(1e-12));
      assertThat(adjoints.of(0).get(t, 1)).isCloseTo(-want, within(1e-12));
    }
  }

  @Test
  void whereAllReturnsAreTheSameNothingIsPreferred() {
    DiscountedReinforce objective = objective(RateBudget.NONE);
    EpisodeJudgement judgement = judge(objective, trial(1, 1));
    double[] summary = objective.summary(List.of(judgement, judgement));
    Adjoints adjoints = new Adjoints(new int[] {2});
    double loss =
        objective.loss(trial(1, 1), judgement, summary, 0).evaluate(shown(trial(1, 1)), adjoints);
    assertThat(loss).isZero();
    assertThat(adjoints.of(0).get(0, 0)).isZero();
  }

  @Test
  void aSilentOutputIsPushedByTheBudget() {
    DiscountedReinforce objective = objective(new RateBudget(0.1, 0.6, 10));
    EpisodeJudgement judgement = judge(objective, trial(1, 1));
    Adjoints adjoints = new Adjoints(new int[] {2});
    objective
        .loss(trial(1, 1), judgement, objective.summary(List.of(judgement, judgement)), 0)
        .evaluate(shown(trial(1, 1)), adjoints);
    assertThat(adjoints.of(0).get(0, 0)).isZero();
    assertThat(adjoints.of(0).get(5, 1)).isCloseTo(10 * -0.1 / STEPS / 2, within(1e-12));
  }

  @Test
  void discountsAreFrom0To1() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DiscountedReinforce(
                    new RatePolicy(0, 1),
                    1.5,
                    new Schedule.Constant(0),
                    RateBudget.NONE,
                    List.of(TrajectoryMeasure.RETURN)))
        .withMessageContaining("discount 1.5");
  }
}
