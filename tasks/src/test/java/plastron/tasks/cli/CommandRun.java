package plastron.tasks.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
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

  /** The result, which must be one JSON object and nothing else. */
  public JsonObject json() {
    return new GsonBuilder()
        .setStrictness(Strictness.STRICT)
        .create()
        .fromJson(out, JsonObject.class);
  }

  /** The last line of the result. */
  public String lastLine() {
    return out.lines().reduce("", (before, line) -> line);
  }
}
