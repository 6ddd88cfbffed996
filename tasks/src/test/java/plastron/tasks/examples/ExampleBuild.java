package plastron.tasks.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the folder {@code examples} without anything of this module. */
final class ExampleBuild {

  static final Path PROGRAMS = Path.of("../examples/src/main/java/examples");
  static final Path TESTS = Path.of("../examples/src/test/java/examples");

  private ExampleBuild() {}

  /** The sources of a folder in the order of their names. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Everything that this test has on its class path but this module. */
  static String libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).toAbsolutePath().startsWith(Path.of("").toAbsolutePath()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Compiles without a warning. */
  static void compile(List<Path> files, Path into) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    List<String> options =
        List.of("-Xlint:all,-path,-classfile", "-cp", libraries(), "-d", into.toString());
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean fine =
          compiler
              .getTask(
                  complaints,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(complaints.toString()).isEmpty();
      assertThat(fine).isTrue();
    }
  }
}
