package plastron.tasks.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.doctor.Programs;

/**
 * A Python that has PyTorch, and the script it runs.
 *
 * @param program its path
 */
record TorchPython(Path program) {

  /** The ways in which the script trains: names of its variants. */
  static final List<String> VARIANTS = List.of("step", "window");

  private static final String SCRIPT = "/bench/torch_training.py";

  /**
   * The first python3 on PATH that has PyTorch.
   *
   * @throws BadInputException if there is none
   */
  static TorchPython find() {
    return Programs.pythonWith("torch")
        .map(TorchPython::new)
        .orElseThrow(
            () ->
                new BadInputException(
                    "PyTorch (no module torch in any python3 on PATH) is needed for --vs torch.",
                    "Maybe install the package python3-torch."));
  }

  /** Puts the script into a folder. */
  static Path script(Path folder) throws IOException {
    Path script = folder.resolve("torch_training.py");
    try (InputStream in =
        Objects.requireNonNull(TorchPython.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      Files.copy(in, script);
    }
    return script;
  }

  /**
   * The command line of the script.
   *
   * @param what a variant, or {@code check}
   */
  List<String> command(Path script, Path caseFile, String what, int threads) {
    return List.of(
        program.toString(),
        script.toString(),
        caseFile.toString(),
        what,
        Integer.toString(threads));
  }
}
