package plastron.loihi.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of a rule string: numbers, names and single signs. Blanks separate tokens and mean
 * nothing else.
 */
final class RuleTokens {

  private static final Pattern TOKEN = Pattern.compile("\\s*(\\d+|[A-Za-z]\\w*|[-+*^()])\\s*");
  private static final int LONGEST_NUMBER = 9;

  private final String rule;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  RuleTokens(String rule) {
    this.rule = rule;
    Matcher matcher = TOKEN.matcher(rule);
    int at = 0;
    while (at < rule.length()) {
      if (!matcher.region(at, rule.length()).lookingAt()) {
        throw refuse("has an unknown character (%s)".formatted(rule.charAt(at)), "");
      }
      tokens.add(matcher.group(1));
      at = matcher.end();
    }
  }

  /** The next token without taking it, empty at the end. */
  String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  boolean atNumber() {
    return !peek().isEmpty() && Character.isDigit(peek().charAt(0));
  }

  boolean atSign() {
    return peek().equals("+") || peek().equals("-");
  }

  String take() {
    String token = peek();
    if (token.isEmpty()) {
      throw refuse("ends too early", "Maybe a factor is missing after the last operator.");
    }
    next++;
    return token;
  }

  boolean takeIf(String token) {
    boolean there = peek().equals(token);
    next += there ? 1 : 0;
    return there;
  }

  /** Takes an optional sign. */
  int takeSign() {
    if (takeIf("-")) {
      return -1;
    }
    takeIf("+");
    return 1;
  }

  int takeNumber() {
    if (!atNumber()) {
      throw refuse("has (%s) where a number is expected".formatted(peek()), "");
    }
    String digits = take();
    if (digits.length() > LONGEST_NUMBER || (digits.length() > 1 && digits.startsWith("0"))) {
      throw refuse(
          "has the number (%s)".formatted(digits),
          "Maybe drop leading zeros or use a power of two.");
    }
    return Integer.parseInt(digits);
  }

  RuleSyntaxException refuse(String what, String maybe) {
    return new RuleSyntaxException(("The rule (" + rule + ") " + what + ". " + maybe).strip());
  }
}
