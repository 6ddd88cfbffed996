package plastron.tasks.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Command lines of this program, written so that they can be pasted into a shell. */
public final class ShellLine {

  /** Words that no shell reads as anything but themselves. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  /** The launcher says how it was called, such as {@code ./plastron}. */
  private static final String PROGRAM = "plastron.program";

  private ShellLine() {}

  /**
   * The program, as it was called, with arguments.
   *
   * @param words a {@link Path} is never taken for an option, whatever its name
   */
  public static String of(Object... words) {
    return Arrays.stream(words)
        .map(ShellLine::quoted)
        .collect(Collectors.joining(" ", quoted(program()) + " ", ""));
  }

  private static String program() {
    return System.getProperty(PROGRAM, "plastron");
  }

  /** One word, in quotes where a shell would read it as anything but itself. */
  public static String quoted(Object word) {
    String text = word.toString();
    if (word instanceof Path && text.startsWith("-")) {
      text = "./" + text;
    }
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
