package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import plastron.tasks.cli.doctor.Programs;

/** What a Python program has printed, on either stream, and its exit code. */
record PythonRun(int exitCode, String out) {

  private static final int PATIENCE_S = 120;

  /** A Python with a module; skips the test where there is none. */
  static Path with(String module) {
    assumeTrue(Programs.pythonWith(module).isPresent(), "python3 with " + module);
    return Programs.pythonWith(module).orElseThrow();
  }

  /**
   * Runs a program to its end, which has to come within two minutes.
   *
   * @param folder for what it prints
   */
  static PythonRun of(Path folder, Path python, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python.toString()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
      return new PythonRun(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
