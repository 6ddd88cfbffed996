package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.export.nir.NirExporter;

/**
 * The reader of the schema for rules in NIR, one file of Python, comes to what the float simulator
 * made of the published vectors. Skipped where h5py, or NumPy with it, is missing.
 */
class NirReaderTest {

  private static final Path VECTORS =
      Path.of("../neuromorphic-export/src/test/resources/nir-plasticity");

  @TempDir private Path folder;

  @BeforeEach
  void putTheReaderDown() throws IOException {
    try (var in =
        Objects.requireNonNull(NirExporter.class.getResourceAsStream("/nir/nir_plasticity.py"))) {
      Files.copy(in, folder.resolve("nir_plasticity.py"));
    }
  }

  private PythonRun check(Path network, Path vector) throws IOException, InterruptedException {
    Path reader = folder.resolve("nir_plasticity.py");
    return PythonRun.of(folder, PythonRun.with("h5py"), reader, "--check", network, vector);
  }

  @Test
  void everyVectorIsRunToTheSameSpikesAndWeights() throws IOException, InterruptedException {
    List<String> names;
    try (Stream<Path> files = Files.list(VECTORS)) {
      names =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".nir"))
              .sorted()
              .toList();
    }
    assertThat(names).hasSizeGreaterThanOrEqualTo(6);
    for (String name : names) {
      Path network = VECTORS.resolve(name);
      Path vector = VECTORS.resolve(name.replace(".nir", ".json"));
      assertThat(check(network, vector)).as(name).isEqualTo(new PythonRun(0, "equal\n"));
    }
  }

  /** The comparison can fail: without its inputs a network neither spikes nor learns the same. */
  @Test
  void whatDiffersIsNamed() throws IOException, InterruptedException {
    String vector = Files.readString(VECTORS.resolve("dp-oja.json"), StandardCharsets.UTF_8);
    Path fewer = folder.resolve("fewer.json");
    Files.writeString(fewer, vector.replaceFirst("\\[\\d+\\]", "[]"));
    PythonRun ran = check(VECTORS.resolve("dp-oja.nir"), fewer);
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).startsWith("different: spikes of input");
  }
}
