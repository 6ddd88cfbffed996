package plastron.tasks.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.ProjectVersion;
import plastron.tasks.cli.ShellLine;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.memory.HeapCheck;
import plastron.tasks.memory.MemoryNeed;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.MetricsTable;
import plastron.tasks.run.Provenance;
import plastron.tasks.run.RunFailure;
import plastron.tasks.run.RunFolder;
import plastron.tasks.run.RunLock;
import plastron.tasks.run.StopSignal;

/** A training from the command line's point of view: folder, lock, session, last words. */
public final class TrainingJob {

  private final int threads;
  private final PrintWriter out;

  /**
   * @param threads at least 1
   * @param out receives what the user sees
   */
  public TrainingJob(int threads, PrintWriter out) {
    this.threads = threads;
    this.out = out;
  }

  /**
   * What follows from a configuration for a new run.
   *
   * @throws plastron.tasks.cli.BadInputException if there is no use or no room for it
   */
  public TrainingSetup setup(Configuration config) {
    HeapCheck.of(memory()).require(config);
    TrainingSetup setup = TrainingSetup.of(config);
    StartChecks.require(setup);
    return setup;
  }

  /** Starts a new run; returns the exit code. */
  public int start(Path path, Configuration config) {
    RunFolder.requireAbsent(path);
    return start(path, setup(config));
  }

  /**
   * Starts a new run; returns the exit code.
   *
   * @param setup as {@link #setup} gave it
   */
  public int start(Path path, TrainingSetup setup) {
    Configuration config = setup.config();
    try {
      Checkpoint first = Checkpoint.initial(ProjectVersion.text(), config.hash(), setup.plan());
      RunFolder folder = RunFolder.create(path, config, first);
      return run(folder, setup);
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  /** Goes on with a run; returns the exit code. */
  public int resume(Path path) {
    RunFolder folder = RunFolder.open(path);
    try {
      Configuration config = folder.configuration();
      HeapCheck.of(memory()).require(path, config);
      TrainingSetup setup = TrainingSetup.of(config);
      StartChecks.require(setup);
      return run(folder, setup);
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  private MemoryNeed memory() {
    return (config, heap) -> TrainingSession.bytes(config, threads, heap);
  }

  private int run(RunFolder path, TrainingSetup setup) throws IOException {
    try (StopSignal stop = new StopSignal();
        RunLock lock = RunLock.take(path)) {
      RunFolder folder = lock.run();
      Checkpoint from = folder.checkpoint();
      FinalFiles.requireOwn(folder, setup.config());
      TrainingSession session = new TrainingSession(folder, setup, from, threads, out);
      Provenance provenance = Provenance.start(folder, from, setup.plan().seed(), threads);
      Checkpoint end = session.run(stop);
      boolean over = session.isOver(end);
      if (over) {
        FinalFiles.write(folder, setup, end, out);
      }
      provenance.end(end);
      Optional<String> useless = over ? useless(folder, setup, end) : Optional.empty();
      if (useless.isPresent()) {
        out.println(useless.get());
      } else if (over) {
        long iterations = setup.config().get(TrainingSettings.ITERATIONS);
        out.printf(
            "Done: %d of at most %d iterations in %s%n",
            end.state().iteration(), iterations, folder.path());
      } else {
        out.printf(
            "Stopped at iteration %d. Go on with: %s%n",
            end.state().iteration(), ShellLine.of("train", "--resume", folder.path()));
      }
      // After Ctrl-C the process ends as soon as the signal is closed.
      out.flush();
      return useless.isPresent() ? ExitCode.CHECK_FAILED : ExitCode.OK;
    }
  }

  private static Optional<String> useless(RunFolder folder, TrainingSetup setup, Checkpoint end)
      throws IOException {
    long iterations = end.state().iteration();
    return LearningVerdict.of(
        setup.plan(), MetricsTable.read(folder.metrics(), setup.measures(), iterations));
  }
}
