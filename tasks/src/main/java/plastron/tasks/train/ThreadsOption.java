package plastron.tasks.train;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option {@code --threads}. */
public final class ThreadsOption {

  private static final int MOST = 1024;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use (as many as help, up to all processors); changes no result.")
  private int wanted;

  /** The number of threads, at least 1. */
  public int count(CommandLine command) {
    Integer number = wanted(command);
    return number == null ? Runtime.getRuntime().availableProcessors() : number;
  }

  /** The number of threads that the user asks for, at least 1, or null. */
  public @Nullable Integer wanted(CommandLine command) {
    if (command.getParseResult() == null
        || !command.getParseResult().hasMatchedOption("--threads")) {
      return null;
    }
    if (wanted < 1 || wanted > MOST) {
      throw new ParameterException(
          command, "Option --threads (%d) must be from 1 to %d.".formatted(wanted, MOST));
    }
    return wanted;
  }
}
