package plastron.tasks.simulate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plastron.tasks.cli.BadInputException;

/** Times of the network, as people write them: {@code 1s}, {@code 250ms}, {@code 1.5 min}. */
final class BiologicalTime {

  private static final Pattern TIME = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?) ?(ms|s|min|h)");
  private static final Map<String, BigDecimal> MS =
      Map.of(
          "ms", BigDecimal.ONE,
          "s", BigDecimal.valueOf(1000),
          "min", BigDecimal.valueOf(60_000),
          "h", BigDecimal.valueOf(3_600_000));

  private BiologicalTime() {}

  /**
   * A time in whole steps, rounded.
   *
   * @param option that has it, for errors
   * @param least steps
   */
  static long steps(String option, String text, double dtMs, long least) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new BadInputException(
          "Option %s (%s) must be a time with its unit, such as 1s, 250ms or 2min."
              .formatted(option, text),
          text.matches("[0-9.]+") ? "Maybe %s %ss".formatted(option, text) : null);
    }
    double ms = new BigDecimal(time.group(1)).multiply(MS.get(time.group(2))).doubleValue();
    double steps = Math.rint(ms / dtMs);
    if (!(steps >= least && steps <= Integer.MAX_VALUE)) {
      throw new BadInputException(
          "Option %s (%s) must be from %d to %d steps of %s ms."
              .formatted(option, text, least, Integer.MAX_VALUE, dtMs));
    }
    return (long) steps;
  }

  /** A time for people. */
  static String shown(double ms) {
    return ms >= 1000 ? "%s s".formatted(trimmed(ms / 1000)) : "%s ms".formatted(trimmed(ms));
  }

  private static String trimmed(double number) {
    return "%.3f".formatted(number).replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
