package plastron.export.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plastron.export.diagnostic.RefusalCode;
import plastron.export.diagnostic.RefusalCodes;
import plastron.export.profile.ChipProfile;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;

/**
 * Codes as they stand in the sources of modules: those that refuse, and those that tests know both
 * sides of ({@link CodeEdge}). They are found by the text of a call, so a code is written out where
 * something is refused.
 */
public final class TestedCodes {

  /** A code, or what follows the prefix of a chip. */
  private static final Pattern LITERAL = Pattern.compile("\"([A-Z]*-[A-Z][A-Z0-9-]*)\"");

  /** What is refused by: the first argument of a refusal, or what was chosen to be. */
  private static final Pattern REFUSING =
      Pattern.compile(
          "(?:\\brefuse|\\bnew Refusal|\\bnew \\w+Exception)\\(([^,;]*),"
              + "|\\bString code =(\\s*switch[^}]*\\}|[^;]*);");

  /** The code that a test of both sides is given. */
  private static final Pattern EDGES =
      Pattern.compile("CodeEdge\\s*\\.(?:of|between|counted|never)\\(([^,;]*),");

  private static final Pattern TESTS = Pattern.compile("\\bvoid (\\w+)\\(");

  private final Set<String> refusing = new TreeSet<>();
  private final SortedMap<String, Set<String>> edges = new TreeMap<>();

  private TestedCodes() {}

  /**
   * The codes of modules.
   *
   * @param modules their folders, with {@code src/main/java} and {@code src/test/java}
   */
  public static TestedCodes of(List<Path> modules) {
    TestedCodes codes = new TestedCodes();
    for (Path module : modules) {
      each(module.resolve("src/main/java"), (type, text) -> codes.readMain(text));
      each(module.resolve("src/test/java"), codes::readTest);
    }
    return codes;
  }

  /** All codes that something is refused by. */
  public Set<String> refusing() {
    return refusing;
  }

  /** The tests of both sides by code, each as {@code Class.method}. */
  public SortedMap<String, Set<String>> edges() {
    return edges;
  }

  /**
   * Fails unless every code that refuses is listed, every one that is listed refuses, and the test
   * that it names looks at it from both sides.
   *
   * @param listed lists of all modules that were read
   * @param chips that the modules have: each of their resources must be listed as well
   */
  public void check(List<RefusalCodes> listed, List<? extends ChipProfile<?, ?>> chips) {
    List<RefusalCode> said = listed.stream().flatMap(l -> l.codes().stream()).toList();
    List<RefusalCode> never = listed.stream().flatMap(l -> l.neverSaid().stream()).toList();
    Set<String> resources = new TreeSet<>();
    for (ChipProfile<?, ?> chip : chips) {
      for (Limit limit : chip.limits()) {
        if (limit.scope() != Scope.ITEM) {
          resources.add(chip.codePrefix() + "-" + limit.code());
        }
      }
    }
    List<RefusalCode> all = Stream.concat(said.stream(), never.stream()).toList();
    Set<String> made = new TreeSet<>(refusing);
    made.addAll(resources);
    assertThat(all)
        .as("codes that are listed, and those that refuse")
        .extracting(RefusalCode::code)
        .containsExactlyInAnyOrderElementsOf(made);
    List<String> untested = new ArrayList<>();
    for (RefusalCode code : all) {
      if (!edges.getOrDefault(code.code(), Set.of()).contains(code.test())) {
        untested.add(code.code() + " by " + code.test());
      }
    }
    assertThat(untested).as("codes whose test has no CodeEdge of theirs").isEmpty();
  }

  private void readMain(String text) {
    Matcher calls = REFUSING.matcher(text);
    while (calls.find()) {
      refusing.addAll(literals(calls.group(1) == null ? calls.group(2) : calls.group(1)));
    }
  }

  private void readTest(String type, String text) {
    Matcher calls = EDGES.matcher(text);
    while (calls.find()) {
      String test = type + "." + last(text.substring(0, calls.start()));
      for (String code : literals(calls.group(1))) {
        edges.computeIfAbsent(code, c -> new TreeSet<>()).add(test);
      }
    }
  }

  /** The last test that begins before. */
  private static String last(String before) {
    String name = "";
    Matcher tests = TESTS.matcher(before);
    while (tests.find()) {
      name = tests.group(1);
    }
    return name;
  }

  private static List<String> literals(String text) {
    return LITERAL.matcher(text).results().map(m -> m.group(1)).toList();
  }

  private static void each(Path sources, BiConsumer<String, String> typeAndText) {
    if (!Files.isDirectory(sources)) {
      return;
    }
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String name = file.getFileName().toString();
        typeAndText.accept(name.substring(0, name.indexOf('.')), Files.readString(file, UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
