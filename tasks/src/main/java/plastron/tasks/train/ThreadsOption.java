package plastron.tasks.train;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option {@code --threads}. */
public final class ThreadsOption {

  private static final int MOST = 1024;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use (all processors); changes no result.")
  private int wanted;

  /** The number of threads, at least 1. */
  public int count(CommandLine command) {
    return count(command, MOST);
  }

  /**
   * The number of threads, at least 1.
   *
   * @param useful so many at most if the user does not say how many, at least 1
   */
  public int count(CommandLine command, int useful) {
    if (command.getParseResult() != null
        && command.getParseResult().hasMatchedOption("--threads")) {
      if (wanted < 1 || wanted > MOST) {
        throw new ParameterException(
            command, "Option --threads (%d) must be from 1 to %d.".formatted(wanted, MOST));
      }
      return wanted;
    }
    return Math.min(useful, Runtime.getRuntime().availableProcessors());
  }
}
