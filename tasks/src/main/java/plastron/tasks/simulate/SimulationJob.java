package plastron.tasks.simulate;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import plastron.export.file.WholeFolder;
import plastron.tasks.cli.VectorModule;
import plastron.tasks.run.FolderLock;
import plastron.tasks.run.StopSignal;

/** A simulation from the command line's point of view: folder, Ctrl-C, last words. */
final class SimulationJob {

  private final PrintWriter out;

  /**
   * @param out receives what the user sees
   */
  SimulationJob(PrintWriter out) {
    this.out = out;
  }

  /** Runs until it ends or is stopped. */
  private interface Work {
    void run(StopSignal stop) throws IOException;
  }

  /** Simulates and keeps nothing. */
  void start(SimulationOptions options) throws IOException {
    SimulationRun run = ready(options.plan());
    finish(run, stop -> run.run(stop, out), "");
  }

  /**
   * Simulates.
   *
   * @param path folder to make: at the end, or, with checkpoints, at once
   */
  void start(SimulationOptions options, Path path) throws IOException {
    SimulationPlan plan = options.plan();
    SimulationRun run = ready(plan);
    if (plan.checkpointEvery().isEmpty()) {
      finish(
          run,
          stop -> WholeFolder.create(path, partial -> run.run(partial, stop, out)),
          ", nothing is kept");
    } else {
      finish(SimulationFolder.create(path, options.withThreads(plan.threads())), run);
    }
  }

  /** Goes on with a simulation that was interrupted. */
  void resume(Path path) throws IOException {
    SimulationFolder folder = SimulationFolder.open(path);
    if (folder.isFinished()) {
      SimulationFolder.clean(path);
      out.printf("Done before: %s%n", path.resolve(SimulationFolder.SUMMARY));
    } else {
      finish(folder, ready(folder.options().plan()));
    }
  }

  /** All that a user may have got wrong is checked. */
  private static SimulationRun ready(SimulationPlan plan) {
    VectorModule.require();
    return new SimulationRun(plan);
  }

  @SuppressWarnings("try") // the lock is held, not used
  private void finish(SimulationFolder folder, SimulationRun run) throws IOException {
    try (FolderLock lock = folder.lock()) {
      finish(run, stop -> run.run(folder, stop, out), ". Go on with: " + folder.goOn());
    }
  }

  /**
   * Works and says what came of it.
   *
   * @param stopped what to say after where it was stopped
   */
  private void finish(SimulationRun run, Work work, String stopped) throws IOException {
    try (StopSignal stop = new StopSignal()) {
      try {
        work.run(stop);
        out.print(run.summary().toText());
      } catch (InterruptedIOException e) {
        out.printf("Stopped at %s%s%n", BiologicalTime.shown(run.reachedMs()), stopped);
      }
      // After Ctrl-C the process ends as soon as the signal is closed.
      out.flush();
    }
  }
}
