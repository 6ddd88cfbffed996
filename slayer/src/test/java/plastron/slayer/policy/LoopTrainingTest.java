package plastron.slayer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.Precision;
import plastron.slayer.loss.Loss;
import plastron.slayer.objective.Episode;
import plastron.slayer.objective.EpisodeJudgement;
import plastron.slayer.objective.EpisodeSource;
import plastron.slayer.objective.Measure;
import plastron.slayer.objective.Objective;
import plastron.slayer.objective.Responder;
import plastron.slayer.objective.Task;
import plastron.slayer.sweep.Observed;
import plastron.slayer.train.StepReport;
import plastron.slayer.train.Trainer;
import plastron.slayer.train.TrainerState;
import plastron.slayer.train.Training;
import plastron.slayer.train.TrainingPlan;

class LoopTrainingTest {

  private static TrainingPlan plan() {
    return Training.of(SwitchTask.model(), SwitchTask.task()).batch(6).seed(3).plan();
  }

  private static TrainerState train(Trainer trainer, int steps, List<StepReport> reports) {
    try (trainer) {
      for (int i = 0; i < steps; i++) {
        reports.add(trainer.step());
      }
      return trainer.state();
    }
  }

  @Test
  void neitherThreadsNorPausesChangeAnything() {
    List<StepReport> want = new ArrayList<>();
    TrainerState whole = train(new Trainer(plan(), 1), 4, want);
    List<StepReport> parts = new ArrayList<>();
    TrainerState half = train(new Trainer(plan(), 3), 2, parts);
    TrainerState end = train(Trainer.resume(plan(), half, 2), 2, parts);
    assertThat(parts).usingRecursiveComparison().isEqualTo(want);
    assertThat(end).usingRecursiveComparison().isEqualTo(whole);
  }

  @Test
  void itLearns() {
    Training training =
        Training.of(SwitchTask.model(), SwitchTask.task()).batch(16).learningRate(0.03).seed(1);
    List<StepReport> reports = new ArrayList<>();
    train(training.start(2), 60, reports);
    assertThat(share(reports.subList(0, 5))).isLessThan(0.65);
    assertThat(share(reports.subList(55, 60))).isGreaterThan(0.85);
  }

  /** Share of steps that were paid. */
  private static double share(List<StepReport> reports) {
    double paid = reports.stream().mapToDouble(r -> r.measure("return")).sum();
    return paid / reports.stream().mapToDouble(r -> r.measure("steps")).sum();
  }

  /**
   * A trial, and the output spikes that those saw who made it.
   *
   * @param trial what was made
   * @param seen in the loop
   */
  private record Seen(Trajectory trial, SpikeRaster seen) implements Episode {
    @Override
    public Input input() {
      return trial.input();
    }
  }

  private static final class Watched implements EpisodeSource<Seen> {
    @Override
    public Seen episode(RandomGenerator random, Responder network) {
      List<SpikeRaster> seen = new ArrayList<>();
      Trajectory trial =
          SwitchTask.episodes()
              .episode(
                  random,
                  chunk -> {
                    Observed observed = network.respond(chunk);
                    SpikeRaster spikes = observed.spikes(SwitchTask.OUTPUT);
                    seen.add(SpikeRaster.joined(List.of(spikes)));
                    return observed;
                  });
      return new Seen(trial, SpikeRaster.joined(seen));
    }

    @Override
    public int longestChunk() {
      return SwitchTask.TIMING.steps();
    }
  }

  /** Its measure is whether what it is shown is what was seen in the loop. */
  private record Same() implements Objective<Seen> {
    @Override
    public List<Measure> measures() {
      return List.of(Measure.ACCURACY);
    }

    @Override
    public EpisodeJudgement judge(Seen trial, Observed observed, RandomGenerator random) {
      boolean same = observed.spikes(SwitchTask.OUTPUT).equals(trial.seen());
      boolean busy = trial.seen().count(0, trial.seen().steps()) > 0;
      return EpisodeJudgement.of(same && busy ? 1 : 0);
    }

    @Override
    public Loss loss(Seen trial, EpisodeJudgement judgement, double[] summary, long iteration) {
      return (observed, adjoints) -> {
        adjoints.of(SwitchTask.OUTPUT).add(0, trial.seen().steps(), new double[] {-1, 0.5});
        return 0;
      };
    }
  }

  @Test
  void whatIsJudgedIsWhatHappened() {
    for (Precision precision : Precision.values()) {
      Training training =
          Training.of(SwitchTask.model(), new Task<>(new Watched(), new Same()))
              .precision(precision)
              .batch(5);
      List<StepReport> reports = new ArrayList<>();
      train(training.start(2), 5, reports);
      assertThat(reports).allMatch(r -> r.measure("accuracy") == 1 && r.gradientNorm() > 0);
    }
  }
}
