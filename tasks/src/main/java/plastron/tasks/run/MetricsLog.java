package plastron.tasks.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import plastron.tasks.cli.BadInputException;

/** The file with one line of JSON for every iteration. Owned by one thread. */
public final class MetricsLog implements AutoCloseable {

  private final FileChannel channel;

  private MetricsLog(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens the log of a run and cuts off what was written after its checkpoint.
   *
   * @param bytes length at the checkpoint
   * @throws BadInputException if the file is shorter
   */
  public static MetricsLog open(Path file, long bytes) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    if (channel.size() < bytes) {
      long size = channel.size();
      channel.close();
      throw new BadInputException(
          "Metrics log %s (%d bytes) is shorter than its checkpoint says (%d bytes)."
              .formatted(file, size, bytes));
    }
    channel.truncate(bytes);
    channel.position(bytes);
    return new MetricsLog(channel);
  }

  /** Adds a line. */
  public void append(MetricsLine line) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap((line.json() + "\n").getBytes(StandardCharsets.UTF_8));
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** Makes sure that all lines are on the disk; returns how long the file is. */
  public long sync() throws IOException {
    channel.force(true);
    return channel.position();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
