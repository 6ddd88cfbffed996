package plastron.tasks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is seen in the source tree only: sizes, names and descriptions, tests included. */
class SourceFilesTest {

  private static final int MOST_LINES = 400;

  private static final int MOST_LINES_WITHOUT_A_REASON = 250;

  /** How the Javadoc of a longer file gives its reason. */
  private static final Pattern REASON = Pattern.compile("\\bLong[ *\\n]*[,:]");

  private static final int MOST_TYPES = 16;

  @Test
  void noFileIsLongerThan400Lines() throws IOException {
    assertThat(javaFiles().stream().filter(file -> lines(file) > MOST_LINES)).isEmpty();
  }

  @Test
  void aFileOfMoreThan250LinesSaysWhy() throws IOException {
    assertThat(
            javaFiles().stream()
                .filter(file -> lines(file) > MOST_LINES_WITHOUT_A_REASON)
                .filter(file -> !REASON.matcher(read(file)).find()))
        .isEmpty();
  }

  @Test
  void aPackageHasAtMost16Types() throws IOException {
    Map<Path, Long> counts =
        javaFiles().stream()
            .filter(file -> file.toString().contains("/src/main/java/") && isType(file))
            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    counts.values().removeIf(count -> count <= MOST_TYPES);
    assertThat(counts).isEmpty();
  }

  @Test
  void noNameOfATypeStandsTwice() throws IOException {
    Map<Path, List<Path>> named =
        javaFiles().stream()
            .filter(SourceFilesTest::isType)
            .collect(Collectors.groupingBy(Path::getFileName));
    named.values().removeIf(files -> files.size() == 1);
    assertThat(named).isEmpty();
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

  private static boolean isType(Path file) {
    return !file.endsWith("package-info.java") && !file.endsWith("module-info.java");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
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
