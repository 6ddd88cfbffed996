package plastron.tasks.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import plastron.tasks.cli.BadInputException;

/**
 * Keeps a second process out of a run. The operating system lets go of it when the process dies.
 */
public final class RunLock implements AutoCloseable {

  private final RunFolder run;
  private final FileChannel channel;

  private RunLock(RunFolder run, FileChannel channel) {
    this.run = run;
    this.channel = channel;
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
    FileChannel channel =
        FileChannel.open(
            run.path().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new BadInputException(
          "Run (%s) is being trained by another process.".formatted(run.path()),
          "Maybe wait for it or stop it.");
    }
    return new RunLock(run, channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
