package plastron.tasks.cli.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds programs on the search path and asks them one question. */
public final class Programs {

  private static final int PATIENCE_S = 10;

  private Programs() {}

  /** Where a program lies on PATH, or empty. */
  static Optional<Path> find(String name) {
    return all(name).findFirst();
  }

  private static Stream<Path> all(String name) {
    return folders(System.getenv("PATH"))
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable);
  }

  /** The first python3 on PATH that has a module, which is not imported; or empty. */
  public static Optional<Path> pythonWith(String module) {
    String question =
        "import importlib.util, sys; sys.exit(importlib.util.find_spec('%s') is None)"
            .formatted(module);
    return all("python3")
        .filter(python -> answer(python.toString(), "-c", question).isPresent())
        .findFirst();
  }

  /**
   * The folders of a list such as PATH; null means none, entries that are no paths are left out.
   */
  static Stream<Path> folders(@Nullable String list) {
    return list == null
        ? Stream.empty()
        : Arrays.stream(list.split(File.pathSeparator, -1))
            .filter(f -> !f.isEmpty())
            .flatMap(Programs::path);
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  /**
   * What a command prints on its standard output, or empty if it cannot be run, fails or takes over
   * ten seconds.
   */
  static Optional<String> answer(String... command) {
    Path answer = null;
    try {
      answer = Files.createTempFile("plastron-doctor", ".txt");
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(answer.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return process.exitValue() == 0
          ? Optional.of(Files.readString(answer, StandardCharsets.UTF_8).strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      delete(answer);
    }
  }

  private static void delete(@Nullable Path file) {
    if (file != null && !file.toFile().delete()) {
      file.toFile().deleteOnExit();
    }
  }
}
