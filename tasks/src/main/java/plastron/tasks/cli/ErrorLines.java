package plastron.tasks.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import plastron.export.file.OneLine;

/** Turns what went wrong into one or two lines and an exit code. */
final class ErrorLines {

  /** Commands are to be pasted, so that paths in them stay whole. */
  private static final int LONGEST_ADVICE = 5000;

  private final PrintWriter err;
  private final boolean debug;

  /**
   * @param err where the lines go
   * @param debug whether unexpected errors show their stack trace
   */
  ErrorLines(PrintWriter err, boolean debug) {
    this.err = err;
    this.debug = debug;
  }

  /** Reports an error of the command line itself, such as an unknown option. */
  int wrongArguments(ParameterException e, String[] args) {
    return failed(WrongArguments.explain(e, args));
  }

  /** Reports what a subcommand threw. */
  int failed(Throwable e) {
    if (e instanceof VectorModule.Missing) {
      return ExitCode.START_WITH_VECTORS;
    }
    if (e instanceof BadInputException bad) {
      print(String.valueOf(bad.getMessage()), bad.maybe());
      return ExitCode.BAD_INPUT;
    }
    String message = e.getMessage() == null ? "no message" : e.getMessage();
    print("unexpected " + e.getClass().getSimpleName() + " (" + message + ")", wayOut(e));
    if (debug) {
      e.printStackTrace(err);
    }
    return ExitCode.UNEXPECTED;
  }

  private @Nullable String wayOut(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return "Maybe a larger heap helps: export PLASTRON_JAVA_OPTS=-Xmx8g";
    }
    return debug
        ? null
        : "Maybe the stack trace helps: export PLASTRON_DEBUG=1 and run the command again.";
  }

  private void print(String message, @Nullable String maybe) {
    err.println("plastron: " + OneLine.of(message));
    if (maybe != null) {
      err.println(OneLine.shortened(maybe, LONGEST_ADVICE));
    }
    err.flush();
  }
}
