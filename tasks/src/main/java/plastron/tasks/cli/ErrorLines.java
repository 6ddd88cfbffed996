package plastron.tasks.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import plastron.export.file.OneLine;

/** Turns what went wrong into one or two lines and an exit code. */
final class ErrorLines {

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
    print(
        "unexpected " + e.getClass().getSimpleName() + " (" + oneLine(e.getMessage()) + ")",
        wayOut(e));
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
    err.println("plastron: " + message);
    if (maybe != null) {
      err.println(maybe);
    }
    err.flush();
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "no message" : OneLine.of(text);
  }
}
