package plastron.tasks.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles and runs the programs of the folder {@code examples} without anything of this module, as
 * their own Maven project does from installed artifacts.
 */
class ExamplesTest {

  private static final int MOST_LINES = 60;

  /** What stands before what a program prints. */
  private static final Pattern SHOWN =
      Pattern.compile("<!-- prints: examples/(\\w+) -->\\n```\\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path classes;

  static List<String> programs() throws IOException {
    List<String> programs = new ArrayList<>();
    for (Path file : ExampleBuild.files(ExampleBuild.PROGRAMS)) {
      if (Files.readString(file).contains("static void main(")) {
        programs.add(file.getFileName().toString().replace(".java", ""));
      }
    }
    return programs;
  }

  @BeforeAll
  static void theyCompileWithoutAWarning() throws IOException {
    ExampleBuild.compile(ExampleBuild.files(ExampleBuild.PROGRAMS), classes);
  }

  @Test
  void noneIsLong() throws IOException {
    for (Path folder : List.of(ExampleBuild.PROGRAMS, ExampleBuild.TESTS)) {
      for (Path file : ExampleBuild.files(folder)) {
        assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(MOST_LINES);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void itPrintsWhatTheReadmeShows(String program) throws IOException, InterruptedException {
    Path output = classes.resolve(program + ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classes + File.pathSeparator + ExampleBuild.libraries(),
                "examples." + program)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(output)).isEqualTo(shown(program));
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void theReadmeShowsAllOfThemAndNoOthers() throws IOException {
    assertThat(readme().results().map(m -> m.group(1)))
        .containsExactlyInAnyOrderElementsOf(new TreeSet<>(programs()));
  }

  private static Matcher readme() throws IOException {
    return SHOWN.matcher(Files.readString(Path.of("../README.md"), StandardCharsets.UTF_8));
  }

  private static String shown(String program) throws IOException {
    return readme()
        .results()
        .filter(m -> m.group(1).equals(program))
        .map(m -> m.group(2))
        .findFirst()
        .orElse("nothing");
  }
}
