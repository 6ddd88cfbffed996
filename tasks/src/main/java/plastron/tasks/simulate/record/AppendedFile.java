package plastron.tasks.simulate.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import plastron.core.state.StateVisitor;

/**
 * A file that grows. Its state is its length: whatever was written behind it before a process was
 * killed is cut off.
 */
final class AppendedFile extends OutputStream {

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  /** Opens a file, which is made if there is none. */
  AppendedFile(Path file) throws IOException {
    this.file = file;
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.position(channel.size());
  }

  boolean isEmpty() throws IOException {
    return channel.size() + buffer.position() == 0;
  }

  @Override
  public void write(int b) throws IOException {
    if (!buffer.hasRemaining()) {
      flush();
    }
    buffer.put((byte) b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    for (int k = from; k < from + length; k++) {
      write(bytes[k]);
    }
  }

  @Override
  public void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** Shows the length; all that is before is on the disk. */
  void state(StateVisitor visitor) throws IOException {
    flush();
    channel.force(true);
    long length = visitor.number(channel.size());
    if (length < 0 || length > channel.size()) {
      throw new IOException(
          "%s has %d bytes, expected at least %d".formatted(file, channel.size(), length));
    }
    channel.truncate(length);
    channel.position(length);
  }

  @Override
  public void close() throws IOException {
    flush();
    channel.close();
  }
}
