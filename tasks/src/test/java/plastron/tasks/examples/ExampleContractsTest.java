package plastron.tasks.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The tests of the folder {@code examples} pass, and find what is planted; they shrink it. */
class ExampleContractsTest {

  private static final Pattern SHRUNK =
      Pattern.compile("Shrunk Sample.*?\n(.*?)(?=\nOriginal Sample|\\z)", Pattern.DOTALL);

  @TempDir private Path folder;

  /** What a run of a test class came to. */
  private static final class Outcome implements TestExecutionListener {
    final List<String> passed = new ArrayList<>();

    /** By name of property, the report. */
    final Map<String, String> failed = new TreeMap<>();

    private final Map<String, String> reports = new TreeMap<>();

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      reports.merge(name(test), entry.toString(), String::concat);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
        passed.add(name(test));
      } else if (test.isTest()) {
        failed.put(
            name(test), reports.getOrDefault(name(test), "") + result.getThrowable().orElse(null));
      }
    }

    private static String name(TestIdentifier test) {
      return test.getDisplayName().replace("()", "");
    }

    /** The shrunk counterexample of a property. */
    String shrunk(String property) {
      assertThat(failed).containsKey(property);
      Matcher matcher = SHRUNK.matcher(failed.getOrDefault(property, ""));
      assertThat(matcher.find()).as(failed.get(property)).isTrue();
      return matcher.group(1);
    }
  }

  /** Runs a test class of the examples with one line of a source as it is not. */
  private Outcome run(String test, String property, String source, String line, String planted)
      throws IOException, ClassNotFoundException {
    List<Path> files = new ArrayList<>();
    for (Path place : List.of(ExampleBuild.PROGRAMS, ExampleBuild.TESTS)) {
      for (Path file : ExampleBuild.files(place)) {
        String text = Files.readString(file);
        if (file.endsWith(source + ".java")) {
          assertThat(text).contains(line);
          text = text.replace(line, planted);
        }
        files.add(Files.writeString(folder.resolve(file.getFileName().toString()), text));
      }
    }
    ExampleBuild.compile(files, folder);
    Outcome outcome = new Outcome();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selector(loader.loadClass("examples." + test), property))
              .configurationParameter("jqwik.database", folder.resolve("database").toString())
              .configurationParameter("jqwik.reporting.usejunitplatform", "true")
              .build();
      LauncherFactory.create().execute(request, outcome);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    return outcome;
  }

  /** One property of a class, or all of them. */
  private static DiscoverySelector selector(Class<?> test, String property) {
    return Stream.of(test.getMethods())
        .filter(method -> method.getName().equals(property))
        .findFirst()
        .<DiscoverySelector>map(method -> DiscoverySelectors.selectMethod(test, method))
        .orElseGet(() -> DiscoverySelectors.selectClass(test));
  }

  @Test
  void theyPassAsTheyAre() throws Exception {
    Outcome rule = run("FadingTraceContract", "all", "FadingTrace", "fading", "fading");
    assertThat(rule.failed).isEmpty();
    assertThat(rule.passed).hasSize(5);
    Outcome chip = run("TinyChipContract", "all", "TinyChip", "nearest", "nearest");
    assertThat(chip.failed).isEmpty();
    assertThat(chip.passed).contains("whatItAcceptsItRunsWithinTheStatedError", "settings");
  }

  /** One synapse, one window, and nothing in them but what grows. */
  @Test
  void aTraceThatGrowsByItselfIsFound() throws Exception {
    String property = "silenceLetsStatesFade";
    Outcome outcome =
        run(
            "FadingTraceContract",
            property,
            "FadingTrace",
            "neg(product(fading, trace))",
            "product(fading, trace)");
    assertThat(outcome.shrunk(property))
        .contains("declared.update(E, sum(ref(E), product(fading, E), product(eta, y, x)));")
        .contains("new RuleEpisode(rule, new Sides(1, 1, ")
        .containsPattern(
            "\"E\", new double\\[]\\[] \\{\\{[^0].*}}, \"W\", new double\\[]\\[] \\{\\{0.0}}")
        .contains("List.of(Map.of(\"x\", new double[][] {{0.0}}, \"y\", new double[][] {{0.0}})))");
  }

  /** As many windows of spikes as it takes. */
  @Test
  void aTraceThatLeavesItsFormatIsFound() throws Exception {
    String property = "statesFitTheirFormat";
    Outcome outcome =
        run(
            "FadingTraceContract",
            property,
            "FadingTrace",
            "Bounds.symmetric(2)",
            "Bounds.symmetric(20)");
    assertThat(outcome.shrunk(property))
        .contains("new Bounds(-20.0, 20.0)")
        .contains("new RuleEpisode(rule, new Sides(1, 1, ")
        .contains("\"eta\", new double[][] {{1.0}}, \"fading\", new double[][] {{0.0}}")
        .contains(
            "List.of("
                + String.join(
                    ", ",
                    Collections.nCopies(
                        4, "Map.of(\"x\", new double[][] {{1.0}}, \"y\", new double[][] {{1.0}})"))
                + ")");
  }

  /** A hundred models may miss it; five times a hundred do not. */
  @Test
  void aChipThatRoundsOtherwiseIsFound() throws Exception {
    String property = "whatItAcceptsItRunsWithinTheStatedError";
    Outcome outcome;
    int runs = 0;
    do {
      outcome = run("TinyChipContract", property, "TinyChip", "Shifts.nearest", "Shifts.floor");
    } while (outcome.failed.isEmpty() && ++runs < 5);
    assertThat(outcome.shrunk(property))
        .containsPattern(
            "new ModelSketch\\(new \\w+\\(.*\\), new RuleOptions\\(.*\\), \\d+, \\d+, ");
  }
}
