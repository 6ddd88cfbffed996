package plastron.tasks.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import plastron.slayer.objective.Measure;
import plastron.slayer.train.StepReport;
import plastron.slayer.train.Trainer;
import plastron.slayer.train.TrainingOutline;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ProjectVersion;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.MetricsLine;
import plastron.tasks.run.MetricsLog;
import plastron.tasks.run.RunFolder;
import plastron.tasks.run.StopSignal;

/**
 * One process's share of a run: from the newest checkpoint to the end, or until it is told to stop.
 */
final class TrainingSession {

  private final RunFolder folder;
  private final TrainingSetup setup;
  private final Checkpoint from;
  private final int threads;
  private final PrintWriter out;
  private final long iterations;
  private final Measure watched;

  /**
   * @param from where to go on
   * @param threads at least 1
   */
  TrainingSession(
      RunFolder folder, TrainingSetup setup, Checkpoint from, int threads, PrintWriter out) {
    this.folder = folder;
    this.setup = setup;
    this.from = from;
    this.threads = threads;
    this.out = out;
    iterations = setup.config().get(TrainingSettings.ITERATIONS);
    watched = setup.plan().watched();
    if (!from.version().equals(ProjectVersion.text())) {
      throw new BadInputException(
          "Checkpoint of run (%s) was made by plastron %s, this is %s."
              .formatted(folder.path(), from.version(), ProjectVersion.text()),
          "Maybe finish the run with the version that started it.");
    }
  }

  /**
   * About how many bytes of memory a session takes.
   *
   * @param threads at least 1
   * @param heap bytes of Java's heap
   */
  static double bytes(Configuration config, int threads, long heap) {
    TrainingOutline plan = TrainingSetup.outline(config, heap);
    int steps = TrainingSetup.design(config).longestSteps();
    // When one is saved: where the session started, the last and the new one, twice as bytes.
    double checkpoints = 5.0 * Checkpoint.bytes(plan);
    return plan.model().bytes()
        + Trainer.bytes(plan, threads, steps)
        + TrainingSetup.roundingBytes(config, plan.model(), steps, threads)
        + checkpoints;
  }

  /**
   * Trains.
   *
   * @return what to go on from; its run is over if {@link #isOver} says so
   */
  Checkpoint run(StopSignal stop) throws IOException {
    Configuration config = setup.config();
    long every = config.get(TrainingSettings.CHECKPOINT_EVERY);
    MovingMean moving = new MovingMean(setup.plan().batch(), from.recent());
    Checkpoint saved = from;
    List<String> said = List.of();
    try (Trainer trainer = resume();
        MetricsLog log = MetricsLog.open(folder.metrics(), from)) {
      LearningWatch watch = new LearningWatch(setup);
      Progress progress = new Progress(out, trainer.iteration(), iterations);
      while (!isOver(trainer.iteration(), moving) && !stop.wanted()) {
        StepReport report = trainer.step();
        moving.add(report.measure(watched.name()));
        MetricsLine line = new MetricsLine(report, moving.mean());
        log.append(line);
        progress.show(line);
        watch.see(report).ifPresent(progress::say);
        if (!trainer.grids().notes().equals(said)) {
          said = trainer.grids().notes();
          said.forEach(progress::say);
        }
        if (trainer.iteration() % every == 0) {
          saved = save(trainer, log, moving);
        }
      }
      progress.end();
      return saved.state().iteration() == trainer.iteration() ? saved : save(trainer, log, moving);
    }
  }

  private Trainer resume() {
    try {
      return Trainer.resume(setup.plan(), from.state(), threads);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "Checkpoint of run (%s) does not fit its configuration: %s"
              .formatted(folder.path(), e.getMessage()));
    }
  }

  private Checkpoint save(Trainer trainer, MetricsLog log, MovingMean moving) throws IOException {
    // The log first: a checkpoint must never claim lines that a power cut can take away.
    long bytes = log.sync();
    Checkpoint checkpoint =
        new Checkpoint(
            from.version(), from.configuration(), trainer.state(), bytes, moving.recent());
    folder.checkpoints().save(checkpoint);
    return checkpoint;
  }

  /** Whether there is nothing left to train after this checkpoint. */
  boolean isOver(Checkpoint checkpoint) {
    return isOver(
        checkpoint.state().iteration(), new MovingMean(setup.plan().batch(), checkpoint.recent()));
  }

  private boolean isOver(long iteration, MovingMean moving) {
    // NaN, while there were fewer than 100 trials, is better than nothing.
    return iteration >= iterations
        || (setup.config().get(TrainingSettings.STOP_AT_CRITERION)
            && watched.isBetter(moving.mean(), setup.config().get(TrainingSettings.CRITERION)));
  }
}
