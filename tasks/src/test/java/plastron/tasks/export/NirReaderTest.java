package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.export.nir.NirExporter;
import plastron.tasks.cli.doctor.Programs;

/**
 * The reader of the schema for rules in NIR, one file of Python, comes to what the float simulator
 * made of the published vectors. Skipped where h5py, or NumPy with it, is missing.
 */
class NirReaderTest {

  private static final int PATIENCE_S = 60;
  private static final Path VECTORS =
      Path.of("../neuromorphic-export/src/test/resources/nir-plasticity");

  @TempDir private Path folder;

  private record Ran(int exitCode, String out) {}

  @BeforeEach
  void putTheReaderDown() throws IOException {
    assumeTrue(Programs.pythonWith("h5py").isPresent(), "python3 with h5py");
    try (var in =
        Objects.requireNonNull(NirExporter.class.getResourceAsStream("/nir/nir_plasticity.py"))) {
      Files.copy(in, folder.resolve("nir_plasticity.py"));
    }
  }

  private Ran python(Object... arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(Programs.pythonWith("h5py").orElseThrow().toString()),
                Arrays.stream(arguments).map(Object::toString))
            .toList();
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
      return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8).strip());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void everyVectorIsRunToTheSameSpikesAndWeights() throws IOException, InterruptedException {
    List<String> names;
    try (Stream<Path> files = Files.list(VECTORS)) {
      names =
          files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".nir")).sorted()
              .toList();
    }
    assertThat(names).hasSizeGreaterThanOrEqualTo(6);
    for (String name : names) {
      Path network = VECTORS.resolve(name);
      Path vector = VECTORS.resolve(name.replace(".nir", ".json"));
      assertThat(python(folder.resolve("nir_plasticity.py"), "--check", network, vector))
          .as(name)
          .isEqualTo(new Ran(0, "equal"));
    }
  }

  /** The comparison can fail: without its inputs a network neither spikes nor learns the same. */
  @Test
  void whatDiffersIsNamed() throws IOException, InterruptedException {
    String vector = Files.readString(VECTORS.resolve("dp-oja.json"), StandardCharsets.UTF_8);
    Path fewer = folder.resolve("fewer.json");
    Files.writeString(fewer, vector.replaceFirst("\\[\\d+\\]", "[]"));
    Ran ran =
        python(
            folder.resolve("nir_plasticity.py"), "--check", VECTORS.resolve("dp-oja.nir"), fewer);
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).startsWith("different: spikes of input");
  }
}
