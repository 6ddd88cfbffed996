package plastron.tasks.robustness;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Edits of lines and of words, such as those of TOML. */
final class TextEdits {

  private static final Pattern WORD = Pattern.compile("\"[^\"\n]*\"|[\\w.+-]+|[^\\s\\w]");

  private static final String[] VALUES = {
    "[]",
    "[1, 2, 3]",
    "[[1], [2]]",
    "{}",
    "{a = 1}",
    "1979-05-27",
    "07:32:00",
    "inf",
    "-inf",
    "nan",
    "true",
    "0x7f",
    "1_000",
    "1e400",
    "9".repeat(400),
    "\"\"\"a\nb\"\"\"",
    "'''a\nb'''",
    "\"\\u0000\\n\"",
    "\"",
    "=",
    "#",
    "\n",
    " ",
    "\t",
    "a.b.c = 1",
    "[a]",
    "[[a]]",
    "[model]",
    "[".repeat(20_000),
    "{a=".repeat(5_000),
    "a.".repeat(5_000)
  };

  private TextEdits() {}

  /** One edit. */
  static byte[] edit(byte[] bytes, RandomGenerator random) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (random.nextInt(4)) {
      case 0 -> ByteEdits.edit(bytes, random);
      case 1 -> lines(text, random).getBytes(StandardCharsets.UTF_8);
      default -> word(text, random).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static String lines(String text, RandomGenerator random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(other, lines.get(at));
      case 2 -> lines.set(other, lines.set(at, lines.get(other)));
      case 3 -> lines.set(at, "  " + lines.get(at) + " # " + Extremes.whole(random));
      default -> lines.add(at, value(random));
    }
    return String.join("\n", lines);
  }

  private static String word(String text, RandomGenerator random) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    if (words.isEmpty()) {
      return value(random);
    }
    MatchResult word = words.get(random.nextInt(words.size()));
    String other =
        switch (random.nextInt(6)) {
          case 0 -> "";
          case 1 -> words.get(random.nextInt(words.size())).group();
          case 2, 3 -> nearby(word.group(), random);
          default -> value(random);
        };
    return text.substring(0, word.start()) + other + text.substring(word.end());
  }

  /** Another number where there is one, most often one that is as good. */
  private static String nearby(String word, RandomGenerator random) {
    if (!word.matches("-?\\d+(\\.\\d+)?")) {
      return random.nextBoolean() ? " " + word + "\t" : word.toUpperCase(Locale.ROOT);
    }
    BigDecimal number = new BigDecimal(word);
    return switch (random.nextInt(4)) {
      case 0 -> number.add(BigDecimal.ONE).toString();
      case 1 -> number.subtract(BigDecimal.ONE).toString();
      case 2 -> number.multiply(BigDecimal.TEN).toString();
      default -> number + (word.contains(".") ? "0" : ".0");
    };
  }

  private static String value(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Long.toString(Extremes.whole(random));
      case 1 -> Double.toString(Extremes.real(random));
      case 2 -> "\"" + Extremes.text(random) + "\"";
      default -> VALUES[random.nextInt(VALUES.length)];
    };
  }
}
