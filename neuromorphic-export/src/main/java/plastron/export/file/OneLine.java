package plastron.export.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said about something that was read, as one line that a terminal can show and a person can
 * read, whatever names and values of a file stand in it.
 */
public final class OneLine {

  /** Some sentences, a path or two. */
  private static final int MOST_OF_LINE = 1000;

  /** Longer than most paths. */
  private static final int MOST_OF_VALUE = 300;

  private static final Pattern BREAK = Pattern.compile("\\R");

  /** Controls, halves of characters, and what turns the direction of writing. */
  private static final Pattern UNSHOWN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

  /** Values stand in parentheses; what is not in any is at least without a blank. */
  private static final Pattern LONG_VALUE =
      Pattern.compile("(?<=\\()[^()]{%d,}+(?=\\))|[^\\s()]{%<d,}+".formatted(MOST_OF_VALUE + 1));

  private OneLine() {}

  /**
   * The text with semicolons for line breaks, other control characters as {@code \\u001b}, and
   * without the middle of values, and of a line, that are very long.
   */
  public static String of(String text) {
    String line =
        BREAK
            .splitAsStream(text)
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    String shown =
        UNSHOWN
            .matcher(line)
            .replaceAll(match -> "\\\\u%04x".formatted(match.group().codePointAt(0)));
    String readable =
        LONG_VALUE
            .matcher(shown)
            .replaceAll(value -> Matcher.quoteReplacement(shortened(value.group(), MOST_OF_VALUE)));
    return shortened(readable, MOST_OF_LINE);
  }

  /** The text, if it is longer than that without its middle: two thirds are the beginning. */
  public static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int head = most * 2 / 3;
    int tail = text.length() - most / 3;
    // No character outside the basic plane is cut in two.
    head -= Character.isHighSurrogate(text.charAt(head - 1)) ? 1 : 0;
    tail += Character.isLowSurrogate(text.charAt(tail)) ? 1 : 0;
    return text.substring(0, head) + "..." + text.substring(tail);
  }
}
