package plastron.tasks.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.objective.Decision;
import plastron.slayer.train.StepReport;
import plastron.slayer.train.Trainer;

class WorkloadPlanTest {

  static List<Workload> named() {
    return Workloads.NAMED;
  }

  @ParameterizedTest
  @MethodSource("named")
  void neuronsFireAtASaneRateAndIterationsCount(Workload workload) {
    try (Trainer trainer = new Trainer(WorkloadPlan.of(workload, 2).plan(), 2)) {
      StepReport report = trainer.step();
      assertThat(report.skipped()).isFalse();
      assertThat(report.gradientNorm()).isPositive().isFinite();
      assertThat(report.rates()[0]).isBetween(0.05, 0.15);
      assertThat(report.rates()[1]).isBetween(0.02, 0.4);
    }
  }

  @Test
  void severalHiddenLayersFireAndLearn() {
    Workload workload = Workload.of("ndp-oja 40-20-30-4 T=200 batch=4 density=0.1 window=10");
    try (Trainer trainer = new Trainer(WorkloadPlan.of(workload, 1).plan(), 1)) {
      assertThat(trainer.model().graph().sizes()).containsExactly(40, 20, 30, 4);
      StepReport report = trainer.step();
      assertThat(report.gradientNorm()).isPositive().isFinite();
      for (double rate : report.rates()) {
        assertThat(rate).isBetween(0.02, 0.4);
      }
    }
  }

  @Test
  void trainingChangesHardlyAnything() {
    WorkloadPlan plan = WorkloadPlan.of(Workload.of("ndp-oja-w10"), 2);
    try (Trainer trainer = new Trainer(plan.plan(), 2)) {
      double first = trainer.step().rates()[0];
      for (int i = 0; i < 5; i++) {
        assertThat(trainer.step().rates()[0]).isCloseTo(first, within(0.01));
      }
    }
  }

  @Test
  void episodesAreOfTheWorkloadsShape() {
    Workload workload = Workload.of("ndp-oja 50-9-3 T=200 batch=4 density=0.25 window=5");
    EpisodePool pool = WorkloadPlan.of(workload, 2).episodes();
    for (Decision episode : pool.episodes()) {
      SpikeRaster input = episode.input().single();
      assertThat(input.steps()).isEqualTo(200);
      assertThat(input.neurons()).isEqualTo(50);
      assertThat(input.meanRate()).isCloseTo(0.25, within(0.03));
      assertThat(episode.label()).isBetween(0, 2);
    }
    assertThat(pool.episodes()).contains(pool.episode(new SplittableRandom(3)));
  }

  @Test
  void theSameWorkloadHasTheSameNumbers() {
    Workload workload = Workload.of("ndp-oja 12-9-3 T=20 batch=4 density=0.25 window=5");
    WorkloadPlan one = WorkloadPlan.of(workload, 2);
    WorkloadPlan other = WorkloadPlan.of(workload, 1);
    assertThat(one.episodes()).isEqualTo(other.episodes());
    assertThat(one.plan().initial().graph().sites().getFirst().parameter("W"))
        .isDeepEqualTo(other.plan().initial().graph().sites().getFirst().parameter("W"));
  }
}
