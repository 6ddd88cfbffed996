package plastron.tasks.cli;

import org.jspecify.annotations.Nullable;
import plastron.export.file.OneLine;

/**
 * Something the user gave is wrong and can be mended. The command line prints it without a stack
 * trace and ends with {@link ExitCode#BAD_INPUT}.
 */
public final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final @Nullable String maybe;

  /**
   * @param message the subject, the value met in parentheses, what was expected; kept as {@link
   *     OneLine}
   */
  public BadInputException(String message) {
    this(message, null);
  }

  /**
   * @param message the subject, the value met in parentheses, what was expected; kept as {@link
   *     OneLine}
   * @param maybe one sentence that starts with "Maybe" and names a likely way out, or null
   */
  public BadInputException(String message, @Nullable String maybe) {
    super(OneLine.of(message));
    this.maybe = maybe;
  }

  /** The sentence that starts with "Maybe", or null if there is none. */
  public @Nullable String maybe() {
    return maybe;
  }
}
