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
   * @throws BadInputException if the file is shorter than the checkpoint says, or has not a line
   *     for each of its iterations; it is then left as it is
   */
  public static MetricsLog open(Path file, Checkpoint checkpoint) throws IOException {
    long bytes = checkpoint.metricsBytes();
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      long size = channel.size();
      if (size < bytes) {
        throw new BadInputException(
            "Metrics log %s (%d bytes) is shorter than its checkpoint says (%d bytes)."
                .formatted(file, size, bytes));
      }
      long lines = wholeLines(channel, bytes);
      if (lines != checkpoint.state().iteration()) {
        throw new BadInputException(
            "Metrics log %s (%d whole lines in %d bytes) must have a line for each of %d iterations."
                .formatted(file, lines, bytes, checkpoint.state().iteration()));
      }
      channel.truncate(bytes);
      channel.position(bytes);
      return new MetricsLog(channel);
    } catch (BadInputException | IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Lines in the first {@code bytes} of the log; -1 if the last of them is not whole. */
  private static long wholeLines(FileChannel channel, long bytes) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(1 << 16);
    long lines = 0;
    byte last = '\n';
    for (long at = 0; at < bytes; at += block.limit()) {
      block.clear().limit((int) Math.min(block.capacity(), bytes - at));
      while (block.hasRemaining() && channel.read(block, at + block.position()) > 0) {}
      for (int i = 0; i < block.limit(); i++) {
        last = block.get(i);
        lines += last == '\n' ? 1 : 0;
      }
    }
    return last == '\n' ? lines : -1;
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
