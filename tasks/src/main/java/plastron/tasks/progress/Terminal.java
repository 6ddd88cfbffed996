package plastron.tasks.progress;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What shows the results.
 *
 * @param redraws whether a carriage return takes it back to the start of a line
 * @param columns how wide it is now
 */
public record Terminal(boolean redraws, IntSupplier columns) {

  /** Of a terminal that does not say how wide it is. */
  private static final int USUAL_COLUMNS = 80;

  /** No window is wider. */
  private static final int MOST_COLUMNS = 10_000;

  /** What this process writes to. */
  public static Terminal ofProcess() {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new Terminal(
        terminal && !"dumb".equals(System.getenv("TERM")),
        () -> columns(System.getenv(), Terminal::sizeByStty));
  }

  /** What the user says in COLUMNS, then what the terminal says, then 80. */
  static int columns(Map<String, String> environment, IntSupplier ofTerminal) {
    int wanted = number(environment.getOrDefault("COLUMNS", ""));
    int columns = wanted > 0 ? wanted : ofTerminal.getAsInt();
    return columns > 0 ? columns : USUAL_COLUMNS;
  }

  /** 0 if unknown. */
  private static int sizeByStty() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String[] rowsAndColumns = answer.strip().split(" ", -1);
      return rowsAndColumns.length == 2 ? number(rowsAndColumns[1]) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text.strip());
      return number > 0 && number <= MOST_COLUMNS ? number : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
