package plastron.tasks.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plastron.export.conformance.ConformanceKind;

/** The checks, one method a thing. */
final class Installed {

  private static final int JAVA_NEEDED = 25;

  /** Prints the version, then the folder of the module mujoco or a dash; does not import it. */
  private static final String PYTHON_QUESTION =
      """
      import sys, os, importlib.util as u
      def home(m):
          s = u.find_spec(m)
          return os.path.dirname(s.origin) if s and s.origin else '-'
      print(sys.version.split()[0], home('mujoco'), sep='\\n')
      """;

  private Installed() {}

  static Stream<Finding> all() {
    Optional<String[]> python =
        Programs.answer("python3", "-c", PYTHON_QUESTION).map(text -> text.split("\n", -1));
    return Stream.of(
        java(),
        processors(),
        memory(),
        program("Maven", "mvn", "building and testing from source"),
        gcc(),
        python(python),
        torch(),
        mujoco(python),
        conformanceKinds());
  }

  private static Finding java() {
    Runtime.Version version = Runtime.version();
    return Finding.required(
        "JDK",
        version.feature() >= JAVA_NEEDED,
        version + " in " + System.getProperty("java.home"));
  }

  private static Finding processors() {
    return Finding.present(
        "processors",
        String.valueOf(Runtime.getRuntime().availableProcessors()),
        "training in parallel");
  }

  private static Finding memory() {
    double gibibytes = Runtime.getRuntime().maxMemory() / (1024.0 * 1024 * 1024);
    return Finding.present(
        "largest heap",
        String.format(Locale.ROOT, "%.1f GiB (PLASTRON_JAVA_OPTS=-Xmx... changes it)", gibibytes),
        "large networks");
  }

  private static Finding program(String what, String name, String neededFor) {
    return Programs.find(name)
        .map(path -> Finding.present(what, path.toString(), neededFor))
        .orElseGet(() -> Finding.absent(what, "no " + name + " on PATH", neededFor));
  }

  private static Finding gcc() {
    String neededFor = "checking emitted SpiNNaker C on this machine";
    return Programs.find("gcc")
        .flatMap(
            path ->
                Programs.answer(path.toString(), "-dumpfullversion")
                    .map(version -> version + ", " + path))
        .map(found -> Finding.present("gcc", found, neededFor))
        .orElseGet(() -> Finding.absent("gcc", "no working gcc on PATH", neededFor));
  }

  private static Finding python(Optional<String[]> answer) {
    String neededFor = "benchmarks against other simulators";
    return answer
        .map(lines -> Finding.present("Python 3", lines[0], neededFor))
        .orElseGet(() -> Finding.absent("Python 3", "no working python3 on PATH", neededFor));
  }

  private static Finding torch() {
    String neededFor = "benchmarks against PyTorch";
    return Programs.pythonWith("torch")
        .map(python -> Finding.present("PyTorch", "module torch in " + python, neededFor))
        .orElseGet(
            () -> Finding.absent("PyTorch", "no module torch in any python3 on PATH", neededFor));
  }

  private static Finding mujoco(Optional<String[]> answer) {
    String neededFor = "the locomotion tasks";
    Stream<Path> besidePython =
        answer
            .filter(lines -> lines.length > 1 && !lines[1].equals("-"))
            .map(lines -> Path.of(lines[1]))
            .stream();
    Stream<Path> usual =
        Stream.of(
                "/usr/lib",
                "/usr/lib/x86_64-linux-gnu",
                "/usr/lib/aarch64-linux-gnu",
                "/usr/local/lib")
            .map(Path::of);
    return Stream.of(
            Programs.folders(System.getenv("LD_LIBRARY_PATH")),
            Programs.folders(System.getProperty("java.library.path")),
            usual,
            besidePython)
        .flatMap(folders -> folders)
        .flatMap(Installed::mujocoIn)
        .findFirst()
        .map(path -> Finding.present("libmujoco", path.toString(), neededFor))
        .orElseGet(() -> Finding.absent("libmujoco", "not in the library folders", neededFor));
  }

  private static Stream<Path> mujocoIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches("libmujoco\\.(so.*|.*dylib)"))
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Finding conformanceKinds() {
    String names =
        ServiceLoader.load(ConformanceKind.class).stream()
            .map(provider -> provider.get().name())
            .sorted()
            .collect(Collectors.joining(", "));
    return Finding.required(
        "conformance kinds", !names.isEmpty(), names.isEmpty() ? "none on the class path" : names);
  }
}
