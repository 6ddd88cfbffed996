package plastron.slayer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.CountCrossEntropy;
import plastron.slayer.loss.Loss;
import plastron.slayer.loss.PolicyLoss;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.loss.SpikeLoss;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Observed;

class ObjectiveTest {

  private static final int DRAWS = 6000;
  private static final int OUTPUT = 1;
  private static final Schedule NONE = new Schedule.Constant(0);

  private final SplittableRandom random = new SplittableRandom(5);
  private final SpikeRaster output = new SpikeRaster(4, 3);
  private final Decision trial = new Decision(new SpikeRaster(4, 1), new ReadoutSteps(0, 4), 2);
  private double[][] potentials = {};

  private final Observed observed =
      new Observed() {
        @Override
        public SpikeRaster spikes(int population) {
          assertThat(population).isEqualTo(OUTPUT);
          return output;
        }

        @Override
        public double[][] potentials(int population) {
          assertThat(population).isEqualTo(OUTPUT);
          return potentials;
        }
      };

  @Test
  void reinforceDrawsFromTheSoftmax() {
    output.set(0, 1);
    output.set(0, 2);
    output.set(1, 2);
    Reinforce objective = new Reinforce(OUTPUT, 3, NONE);
    double[] share = new double[3];
    for (int k = 0; k < DRAWS; k++) {
      EpisodeJudgement judgement = objective.judge(trial, observed, random);
      int action = (int) judgement.notes()[0];
      share[action] += 1.0 / DRAWS;
      assertThat(judgement.measures()).containsExactly(action == 2 ? 1 : 0);
      assertThat(judgement.notes()[1]).as("reward").isEqualTo(action == 2 ? 1 : -1);
      assertThat(judgement.outputRates()).containsExactly(0, 0.25, 0.5);
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

  private static EpisodeJudgement wrong(int action, double... rates) {
    return new EpisodeJudgement(new double[] {0}, rates, new double[] {action, -1});
  }

  @Test
  void aBatchIsSummedUpByItsMeans() {
    EpisodeJudgement right =
        new EpisodeJudgement(new double[] {1}, new double[] {0.5, 0.75}, new double[] {0, 1});
    assertThat(new Reinforce(OUTPUT, 3, NONE).summary(List.of(right, wrong(1, 0, 0.25), right)))
        .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.75 / 3}, within(1e-15));
  }

  @Test
  void lossesCarryAdvantageAndSchedule() {
    output.set(0, 1);
    output.set(3, 2);
    double[] summary = {0.25, 0, 0.3, 0.9};
    Reinforce reinforce = new Reinforce(OUTPUT, 3, new Schedule.Linear(1, 0, 10));
    requireSame(
        reinforce.loss(trial, wrong(1), summary, 5),
        new PolicyLoss(trial.readout(), 3, 1, -1.25, 0.5));
    requireSame(
        new SpikeClassification(OUTPUT, 3).loss(trial, wrong(1), new double[0], 5),
        new CountCrossEntropy(trial.readout(), 3, 2));
  }

  private void requireSame(Loss got, SpikeLoss want) {
    Adjoints expected = new Adjoints(new int[] {1, 3});
    Adjoints actual = new Adjoints(new int[] {1, 3});
    double loss = want.evaluate(output, expected.of(OUTPUT));
    assertThat(got.evaluate(observed, actual)).isEqualTo(loss);
    assertThat(actual.of(0).isEmpty()).isTrue();
    for (int i = 0; i < 3; i++) {
      assertThat(actual.of(OUTPUT).get(2, i)).isEqualTo(expected.of(OUTPUT).get(2, i)).isNotZero();
    }
  }

  @Test
  void anOutputThatIsAlwaysSilentOrBusyIsPushedBack() {
    output.set(0, 1);
    double[] summary = {0.25, 0, 0.3, 0.9};
    Reinforce plain = new Reinforce(OUTPUT, 3, NONE);
    Reinforce held = new Reinforce(OUTPUT, 3, NONE, new RateBudget(0.1, 0.5, 20));
    Adjoints without = new Adjoints(new int[] {1, 3});
    Adjoints with = new Adjoints(new int[] {1, 3});
    double loss = plain.loss(trial, wrong(1), summary, 0).evaluate(observed, without);
    assertThat(held.loss(trial, wrong(1), summary, 0).evaluate(observed, with))
        .isCloseTo(loss + 10 * (0.1 * 0.1 + 0.4 * 0.4), within(1e-12));
    double[] push = {-20 * 0.1 / 4, 0, 20 * 0.4 / 4};
    for (int i = 0; i < 3; i++) {
      assertThat(with.of(OUTPUT).get(0, i) - without.of(OUTPUT).get(0, i))
          .isCloseTo(push[i], within(1e-12));
    }
  }

  @Test
  void aCourseIsMissedByItsMeanSquaredDistance() {
    potentials = new double[][] {{9, 9}, {1, 2}, {3, 4}};
    double[][] target = {{0, 0}, {1, 0}, {3, 5}};
    Course course = new Course(new SpikeRaster(3, 1), new ReadoutSteps(1, 3), target);
    CourseRegression regression = new CourseRegression(OUTPUT);
    EpisodeJudgement judgement = regression.judge(course, observed, random);
    assertThat(judgement.measures()).containsExactly((4 + 1) / 4.0);
    Adjoints adjoints = new Adjoints(new int[] {1, 2});
    Loss loss = regression.loss(course, judgement, new double[0], 0);
    assertThat(loss.evaluate(observed, adjoints)).isCloseTo(5 / 8.0, within(1e-12));
    for (int t = 0; t < 3; t++) {
      for (int i = 0; i < 2; i++) {
        assertThat(adjoints.of(OUTPUT).get(t, i))
            .isCloseTo(t == 0 ? 0 : (potentials[t][i] - target[t][i]) / 4, within(1e-12));
      }
    }
  }

  @Test
  void aCourseOfAnotherShapeIsRefused() {
    potentials = new double[3][2];
    Course course = new Course(new SpikeRaster(3, 1), new ReadoutSteps(1, 3), new double[3][1]);
    Loss loss = new CourseRegression(OUTPUT).loss(course, EpisodeJudgement.of(0), new double[0], 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.evaluate(observed, new Adjoints(new int[] {1, 2})))
        .withMessageContaining("Target course (3 steps of 1 neurons)");
  }

  @Test
  void measuresKnowWhatIsGood() {
    assertThat(Measure.ACCURACY.best()).isEqualTo(1);
    assertThat(Measure.ACCURACY.isBetter(0.9, 0.8)).isTrue();
    assertThat(Measure.ERROR.best()).isZero();
    assertThat(Measure.ERROR.isBetter(0.9, 0.8)).isFalse();
    assertThat(Measure.ERROR.isBetter(Double.NaN, 0.8)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measure("a b", Measure.Scale.SHARE, Measure.Direction.LOWER))
        .withMessageContaining("(a b)");
  }

  /** Measures with the same name twice, then none. */
  @Test
  void measuresNeedNames() {
    for (List<Measure> measures :
        List.of(List.of(Measure.ERROR, Measure.ERROR), List.<Measure>of())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Task<Decision>(r -> trial, new Named(measures)))
          .withMessageContaining("Objective (measures [");
    }
  }

  private record Named(List<Measure> measures) implements Objective<Decision> {
    @Override
    public EpisodeJudgement judge(Decision trial, Observed observed, RandomGenerator random) {
      return EpisodeJudgement.of();
    }

    @Override
    public Loss loss(Decision trial, EpisodeJudgement judgement, double[] summary, long iteration) {
      return Loss.sum(List.of());
    }
  }
}
