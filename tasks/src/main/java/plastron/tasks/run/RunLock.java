package plastron.tasks.run;

import java.io.IOException;
import plastron.tasks.cli.BadInputException;

/** Keeps a second process out of a run, see {@link FolderLock}. */
public final class RunLock implements AutoCloseable {

  private final RunFolder run;
  private final FolderLock lock;

  private RunLock(RunFolder run, FolderLock lock) {
    this.run = run;
    this.lock = lock;
  }

  /** The folder that is locked. */
  public RunFolder run() {
    return run;
  }

  /**
   * Takes the lock.
   *
   * @throws BadInputException if another process has it
   */
  public static RunLock take(RunFolder run) throws IOException {
    return FolderLock.take(run.path())
        .map(lock -> new RunLock(run, lock))
        .orElseThrow(
            () ->
                new BadInputException(
                    "Run (%s) is being trained by another process.".formatted(run.path()),
                    "Maybe wait for it or stop it."));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
