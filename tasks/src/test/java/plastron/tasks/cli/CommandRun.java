package plastron.tasks.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One command line, run inside the test.
 *
 * @param exitCode what it ended with
 * @param out all it wrote as result
 * @param err all it wrote as error
 */
public record CommandRun(int exitCode, String out, String err) {

  /** Runs {@code plastron} with these arguments. */
  public static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = PlastronCommand.run(args, new PrintWriter(out), new PrintWriter(err));
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** The last line of the result. */
  public String lastLine() {
    return out.lines().reduce("", (before, line) -> line);
  }
}
