package plastron.export.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static plastron.export.nir.NirFileBuilder.matrix;
import static plastron.export.nir.NirFileBuilder.numbers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.model.ModelFile;
import plastron.plasticity.model.PlasticModel;

/**
 * The files that importers are tried on are those that are written today: one of this project, with
 * everything in its metadata, one as other tools write them.
 */
class NirSamplesTest {

  private static final Path FOLDER = Path.of("src/test/resources/models/nir");

  /** What would be written, where it is not what there is. */
  private static final Path MADE = Path.of("target/nir");

  /** Draws a small model with rules, drives and learned values. */
  private static final long SEED = 143;

  private static final Map<String, Hdf5Node> LIF =
      Map.of(
          "tau", numbers(1e-3, 2e-3),
          "r", numbers(10, 10),
          "v_leak", numbers(0, 0.5),
          "v_threshold", numbers(1, 1),
          "v_reset", numbers(0, 0));

  private static byte[] written(String name) {
    if (name.equals("plastic.nir")) {
      return new NirExporter().write(RandomNirModel.plastic(SEED)).bytes();
    }
    NirFileBuilder layer =
        new NirFileBuilder()
            .input(2)
            .node("lif", "LIF", LIF)
            .node("rec", "Affine", Map.of("weight", matrix(2, 1, 2, 3, 4), "bias", numbers(1, 0)))
            .node("late", "Delay", Map.of("delay", numbers(2e-4, 3e-4)))
            .output(2)
            .chain("in", "lif", "rec", "late", "lif", "out");
    return new NirFileBuilder()
        .input(3)
        .node("w", "Linear", Map.of("weight", matrix(3, 1, 2, 3, 4, 5, 6)))
        .graph("layer", layer)
        .node("scale", "Scale", Map.of("scale", numbers(0.5, 2)))
        .node(
            "flat",
            "Flatten",
            Map.of("start_dim", Hdf5Array.Integers.of(0), "end_dim", Hdf5Array.Integers.of(-1)))
        .output(2)
        .chain("in", "w", "layer", "scale", "flat", "out")
        .metadata("dt", Hdf5Array.Reals.of(1e-4))
        .bytes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plastic.nir", "nodes.nir"})
  void samplesAreWhatIsWritten(String name) throws IOException {
    assertThat(FOLDER.resolve(name)).exists();
    Path made = Files.createDirectories(MADE).resolve(name);
    Files.write(made, written(name));
    assertThat(FOLDER.resolve(name)).hasSameBinaryContentAs(made);
  }

  /** Before rules had a normal form for readers, the schema was {@code plastron-nir/1}. */
  @Test
  void filesOfTheEarlierSchemaAreRead() throws IOException {
    PlasticModel model = new NirImporter().read(FOLDER.resolve("plastic-version-1.nir"));
    assertThat(ModelFile.bytes(model)).isEqualTo(ModelFile.bytes(RandomNirModel.plastic(SEED)));
  }
}
