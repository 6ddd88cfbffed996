package plastron.slayer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.Objective;
import plastron.slayer.objective.OpenSource;
import plastron.slayer.objective.Reinforce;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.train.TinyTask.Settings;

@Timeout(60)
class TrainerTest {

  private static final Objective<Decision> REINFORCE =
      new Reinforce(
          TinyTask.OUTPUT, 4, new Schedule.Linear(0.1, 0, 3), new RateBudget(0.3, 0.4, 20));
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void theNumberOfThreadsChangesNoBit(int threads) {
    for (Settings settings : List.of(Settings.usual(), Settings.usual().withObjective(REINFORCE))) {
      List<StepReport> want = new ArrayList<>();
      List<StepReport> got = new ArrayList<>();
      TrainerState alone = train(settings.plan(), 1, 4, want);
      TrainerState together = train(settings.plan(), threads, 4, got);
      assertThat(together).usingRecursiveComparison().isEqualTo(alone);
      assertThat(got).usingRecursiveComparison().isEqualTo(want);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 7, 9})
  void norDoesItWhereNoEpisodeIsClippedAndGroupsAreCutShort(int batch) {
    for (PlasticModel model :
        List.of(
            TinyTask.model("ndp-oja"),
            TinyTask.recurrentModel("ndp-oja"),
            TinyTask.adaptiveModel("ndp-oja"))) {
      for (Objective<Decision> objective :
          List.of(new SpikeClassification(TinyTask.OUTPUT, 4), REINFORCE)) {
        TrainingPlan plan =
            Settings.usual()
                .withModel(model)
                .withObjective(objective)
                .withNorms(INFINITE, 1, 1e4)
                .withBatch(batch)
                .plan();
        TrainerState alone = train(plan, 1, 3, new ArrayList<>());
        assertThat(alone.parameters())
            .isNotEqualTo(new ParameterLayout(model).flatten(model).toArray());
        for (int threads : new int[] {2, 3, 7}) {
          assertThat(train(plan, threads, 3, new ArrayList<>()))
              .as("%d threads", threads)
              .usingRecursiveComparison()
              .isEqualTo(alone);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 8, 1, 1", "7, 8, 2, 7", "16, 8, 2, 8", "7, 9, 3, 7", "3, 3, 1, 3"})
  void noMoreIsBuiltThanCanWork(int threads, int batch, int groups, int episodes) {
    Settings settings = Settings.usual().withBatch(batch);
    try (Trainer trainer = new Trainer(settings.plan(), threads)) {
      assertThat(trainer.busyThreads()).isEqualTo(groups);
    }
    try (Trainer trainer = new Trainer(settings.withObjective(REINFORCE).plan(), threads)) {
      assertThat(trainer.busyThreads()).as("episodes first").isEqualTo(episodes);
    }
  }

  @Test
  void aResumedTrainingGoesOnAsIfNothingHadHappened() {
    TrainingPlan plan = Settings.usual().withObjective(REINFORCE).plan();
    List<StepReport> want = new ArrayList<>();
    TrainerState whole = train(plan, 2, 5, want);
    TrainerState half = train(plan, 2, 2, new ArrayList<>());
    List<StepReport> got = new ArrayList<>();
    try (Trainer trainer = Trainer.resume(plan, half, 1)) {
      assertThat(trainer.iteration()).isEqualTo(2);
      for (int k = 0; k < 3; k++) {
        got.add(trainer.step());
      }
      assertThat(trainer.state()).usingRecursiveComparison().isEqualTo(whole);
    }
    assertThat(got).usingRecursiveComparison().isEqualTo(want.subList(2, 5));
  }

  @Test
  void theTaskIsLearned() {
    try (Trainer trainer = new Trainer(Settings.usual().plan(), 1)) {
      double first = 0;
      double last = 0;
      for (int k = 0; k < 100; k++) {
        StepReport report = trainer.step();
        first += k < 5 ? report.loss() / 5 : 0;
        last += k >= 80 ? report.measure("accuracy") / 20 : 0;
      }
      assertThat(first).isGreaterThan(0.4);
      assertThat(last).isGreaterThan(0.95);
    }
  }

  @Test
  void gradientsThatAreTooLargeOrNotFiniteChangeNothing() {
    for (Settings settings :
        List.of(
            Settings.usual().withNorms(INFINITE, 1, 1e-9),
            Settings.usual().withSurrogate(distance -> Double.NaN))) {
      try (Trainer trainer = new Trainer(settings.plan(), 2)) {
        TrainerState before = trainer.state();
        StepReport report = trainer.step();
        assertThat(report.skipped()).isTrue();
        assertThat(trainer.state().parameters()).isEqualTo(before.parameters());
        assertThat(trainer.state().optimiser()).isDeepEqualTo(before.optimiser());
        assertThat(trainer.iteration()).isEqualTo(1);
      }
    }
  }

  @Test
  void gradientsAreClippedByEpisodeAndByBatch() {
    double free =
        firstStep(Settings.usual().staticDescent(1).withNorms(INFINITE, INFINITE, INFINITE))
            .gradientNorm();
    StepReport episodes =
        firstStep(Settings.usual().staticDescent(1).withNorms(free / 2, INFINITE, INFINITE));
    assertThat(episodes.gradientNorm()).isCloseTo(free / 2, within(1e-12));
    Settings batch = Settings.usual().staticDescent(3).withNorms(INFINITE, 1e-3, INFINITE);
    try (Trainer trainer = new Trainer(batch.plan(), 1)) {
      FlatVector change = new FlatVector(trainer.state().parameters());
      change.scale(-1);
      StepReport report = trainer.step();
      change.add(1, new FlatVector(trainer.state().parameters()));
      assertThat(report.gradientNorm()).as("before clipping").isGreaterThan(1e-2);
      assertThat(report.skipped()).isFalse();
      assertThat(change.norm()).isCloseTo(report.learningRate() * 1e-3, within(1e-12));
    }
  }

  private static StepReport firstStep(Settings settings) {
    try (Trainer trainer = new Trainer(settings.plan(), 1)) {
      return trainer.step();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatATaskThrowsReachesTheCaller(int threads) {
    AtomicInteger calls = new AtomicInteger();
    OpenSource<Decision> failing =
        random -> {
          if (calls.incrementAndGet() == 6) {
            throw new IllegalStateException("no more episodes");
          }
          return new TinyTask().episode(random);
        };
    try (Trainer trainer = new Trainer(Settings.usual().withTask(failing).plan(), threads)) {
      TrainerState before = trainer.state();
      assertThatThrownBy(trainer::step)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no more episodes");
      assertThat(trainer.state()).usingRecursiveComparison().isEqualTo(before);
      // The next attempt finds the workers alive.
      assertThat(trainer.step().iteration()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, INFINITE})
  void aStepThatFailedLeavesNoGradientBehind(double episodeClipNorm) {
    Settings settings = Settings.usual().withNorms(episodeClipNorm, INFINITE, INFINITE);
    StepReport expected = firstStep(settings);
    AtomicInteger calls = new AtomicInteger();
    OpenSource<Decision> failing =
        random -> {
          if (calls.incrementAndGet() == 3) {
            throw new IllegalStateException("no more episodes");
          }
          return new TinyTask().episode(random);
        };
    try (Trainer trainer = new Trainer(settings.withTask(failing).plan(), 1)) {
      assertThatThrownBy(trainer::step).hasMessage("no more episodes");
      assertThat(trainer.step()).usingRecursiveComparison().isEqualTo(expected);
    }
  }

  @Test
  void aSingleEpisodeCannotBeItsOwnBaseline() {
    Settings single = Settings.usual().withBatch(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Trainer(single.withObjective(REINFORCE).plan(), 1))
        .withMessageContaining("Batch (1) must hold at least 2");
    assertThat(firstStep(single).gradientNorm()).isPositive();
  }

  @Test
  void reportsSayHowBusyEveryOutputIs() {
    for (Objective<Decision> objective :
        List.of(REINFORCE, new SpikeClassification(TinyTask.OUTPUT, 4))) {
      StepReport report = firstStep(Settings.usual().withObjective(objective));
      assertThat(report.outputRates()).hasSize(2);
      // The readout is two thirds of the trial.
      double mean = (report.outputRates()[0] + report.outputRates()[1]) / 2;
      assertThat(mean).isBetween(report.rates()[1], report.rates()[1] * 1.5);
    }
  }

  @Test
  void statesOfOtherModelsAreRefused() {
    TrainerState state = train(Settings.usual().staticDescent(1).plan(), 1, 1, new ArrayList<>());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trainer.resume(Settings.usual().plan(), state, 1))
        .withMessageContaining("18");
  }

  private static TrainerState train(
      TrainingPlan plan, int threads, int steps, List<StepReport> reports) {
    try (Trainer trainer = new Trainer(plan, threads)) {
      for (int k = 0; k < steps; k++) {
        reports.add(trainer.step());
      }
      return trainer.state();
    }
  }
}
