package plastron.tasks.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The stream of results, which tells a reader that has ended, as {@code head} does, from a full
 * disk.
 */
final class ResultStream extends FilterOutputStream {

  private boolean readerHasEnded;

  /**
   * @param out not buffered, so that every error comes through here
   */
  ResultStream(OutputStream out) {
    super(out);
  }

  /** Whether a write failed because nobody reads any more. */
  boolean readerHasEnded() {
    return readerHasEnded;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      // Java has no type for EPIPE.
      readerHasEnded |= String.valueOf(e.getMessage()).contains("Broken pipe");
      throw e;
    }
  }
}
