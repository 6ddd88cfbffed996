package plastron.tasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is seen in the source tree only: sizes and package descriptions of all modules, tests
 * included.
 */
class SourceFilesTest {

  private static final int MOST_LINES = 400;

  @Test
  void noFileIsLongerThan400Lines() throws IOException {
    assertThat(javaFiles().stream().filter(file -> lines(file) > MOST_LINES)).isEmpty();
  }

  @Test
  void everyPackageHasItsDescription() throws IOException {
    assertThat(
            javaFiles().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !hasDescription(folder)))
        .isEmpty();
  }

  @Test
  void theSourcesAreFound() throws IOException {
    assertThat(javaFiles())
        .anyMatch(file -> file.endsWith("plastron/tasks/architecture/SourceFilesTest.java"));
    assertThat(javaFiles())
        .anyMatch(file -> file.endsWith("plastron/export/conformance/ConformanceKind.java"));
  }

  private static List<Path> javaFiles() throws IOException {
    Path project = Path.of("..").toRealPath();
    try (Stream<Path> modules = Files.list(project)) {
      return modules
          .flatMap(module -> Stream.of("src/main/java", "src/test/java").map(module::resolve))
          .filter(Files::isDirectory)
          .flatMap(SourceFilesTest::javaFilesIn)
          .toList();
    }
  }

  private static Stream<Path> javaFilesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tests of a package share the description of its main sources. */
  private static boolean hasDescription(Path folder) {
    Path main = Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"));
    return Stream.of(folder, main)
        .anyMatch(place -> Files.exists(place.resolve("package-info.java")));
  }
}
