package plastron.tasks.cli;

/**
 * What the exit code of {@code plastron} says. A run stopped by Ctrl-C ends with 130, as in any
 * shell program.
 */
public final class ExitCode {

  /** Everything asked for was done, every check passed. */
  public static final int OK = 0;

  /** The command ran to its end and a check failed. */
  public static final int CHECK_FAILED = 1;

  /** The command line or a file given is wrong; nothing was decided. */
  public static final int BAD_INPUT = 2;

  /** A defect of this program, or of the machine it runs on. */
  public static final int UNEXPECTED = 3;

  /** For the launcher alone: the command is right, and is to be started with the vector API. */
  static final int START_WITH_VECTORS = 75;

  /** The program that reads the results ended before they did; a shell's 128 + SIGPIPE. */
  public static final int READER_ENDED = 141;

  private ExitCode() {}
}
