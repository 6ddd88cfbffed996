package plastron.export.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Codes as they stand in a module's sources: those that refuse, and those that tests know both
 * sides of.
 */
public final class TestedCodes {

  /** The first argument of a refusal: a code, or one of two. */
  private static final Pattern REFUSING = Pattern.compile("(?:\\brefuse|new Refusal)\\(([^,;]*),");

  /** The code that a test of both sides is given. */
  private static final Pattern EDGES = Pattern.compile("CodeEdge\\.of\\(([^,;]*),");

  private TestedCodes() {}

  /**
   * All codes with a prefix that a module refuses by.
   *
   * @param module its folder
   * @param prefix such as {@code L-}
   */
  public static Set<String> refusing(Path module, String prefix) {
    return codes(module.resolve("src/main/java"), REFUSING, prefix);
  }

  /** All codes of which a module's tests know both sides; arguments as of {@link #refusing}. */
  public static Set<String> edges(Path module, String prefix) {
    return codes(module.resolve("src/test/java"), EDGES, prefix);
  }

  private static Set<String> codes(Path sources, Pattern call, String prefix) {
    Pattern literal = Pattern.compile("\"(" + prefix + "[A-Z0-9-]+)\"");
    Set<String> codes = new TreeSet<>();
    for (Path file : files(sources)) {
      Matcher calls = call.matcher(text(file));
      while (calls.find()) {
        Matcher literals = literal.matcher(calls.group(1));
        while (literals.find()) {
          codes.add(literals.group(1));
        }
      }
    }
    return codes;
  }

  private static List<Path> files(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
