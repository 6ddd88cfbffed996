package plastron.export.file;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said about something that was read, as one line that a terminal can show, whatever names
 * and values of a file stand in it.
 */
public final class OneLine {

  /** Some sentences, a path or two. */
  private static final int MOST_CHARACTERS = 1000;

  /** What is kept of the end of a longer text: what was expected. */
  private static final int END = 300;

  private static final Pattern BREAK = Pattern.compile("\\R");

  /** Controls, halves of characters, and what turns the direction of writing. */
  private static final Pattern UNSHOWN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

  private OneLine() {}

  /**
   * The text with semicolons for line breaks, other control characters as {@code \\u001b}, and, if
   * it is very long, without its middle.
   */
  public static String of(String text) {
    String line =
        BREAK
            .splitAsStream(text)
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    return shortened(
        UNSHOWN
            .matcher(line)
            .replaceAll(match -> "\\\\u%04x".formatted(match.group().codePointAt(0))));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - END))
            + " ... "
            + text.substring(text.offsetByCodePoints(text.length(), -END));
  }
}
