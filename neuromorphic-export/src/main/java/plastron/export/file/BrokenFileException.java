package plastron.export.file;

import java.nio.file.Path;

/** A file that is not what it should be. Its message is one line, see {@link OneLine}. */
public final class BrokenFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * @param file which file
   * @param reason what is wrong with it, the value met, what was expected; with a full stop
   */
  public BrokenFileException(Path file, String reason) {
    super(OneLine.of("File (%s) %s".formatted(file, reason)));
    this.reason = OneLine.of(reason);
  }

  /** The same with what led to it. */
  public BrokenFileException(Path file, String reason, Throwable cause) {
    super(OneLine.of("File (%s) %s".formatted(file, reason)), cause);
    this.reason = OneLine.of(reason);
  }

  /** What is wrong, without the name of the file. */
  public String reason() {
    return reason;
  }
}
