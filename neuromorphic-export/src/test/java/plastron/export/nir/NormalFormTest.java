package plastron.export.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.network.Neuron;
import plastron.export.file.BrokenFileException;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.hdf5.Hdf5Reader;
import plastron.export.hdf5.Hdf5Writer;
import plastron.plasticity.model.PlasticModel;

/** What a file says for readers that only run it has to be what its rules and graph say. */
class NormalFormTest {

  private static final String PLASTICITY = "node/metadata/plasticity/";

  @TempDir private Path folder;

  private Path written() throws IOException {
    PlasticModel model =
        PlasticModel.named("pair")
            .source("in", 3)
            .population("out", 2, new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0))
            .projection("in", "out", p -> p.rule("dp-oja").latency(2))
            .build();
    return Files.write(folder.resolve("model.nir"), new NirExporter().write(model).bytes());
  }

  /** The tree with another value at the end of a path. */
  private static Hdf5Node edited(Hdf5Node node, List<String> path, Hdf5Array value) {
    if (path.isEmpty()) {
      return value;
    }
    SortedMap<String, Hdf5Node> children = new TreeMap<>(((Hdf5Group) node).children());
    Hdf5Node child = Objects.requireNonNull(children.get(path.getFirst()), path::toString);
    children.put(path.getFirst(), edited(child, path.subList(1, path.size()), value));
    return Hdf5Group.of(children);
  }

  @Test
  void everyStateHasASumOfProducts() throws IOException {
    Hdf5Node node = Hdf5Reader.read(written());
    for (String name : (PLASTICITY + "rules/0/normal_form/updates/0").split("/", -1)) {
      node = ((Hdf5Group) node).find(name).orElseThrow();
    }
    Hdf5Group update = (Hdf5Group) node;
    assertThat(update.find("symbol")).contains(Hdf5Array.Texts.of("E"));
    assertThat(update.find("initial")).contains(Hdf5Array.Reals.of(0));
    assertThat(update.find("coefficients")).contains(Hdf5Array.Reals.of(new double[] {1, -1, 1}));
    assertThat(((Hdf5Array.Texts) update.find("products").orElseThrow()).values())
        .containsExactly("E", "eta E", "eta x d");
  }

  @ParameterizedTest
  @CsvSource({
    "rules/0/normal_form/updates/0/initial, 'rules, 0, normal_form must be the expressions'",
    "projections/0/delay, 'projections, 0 must have the delay and the synapses of its graph'"
  })
  void whatDiffersIsRefused(String path, String message) throws IOException {
    Hdf5Node changed =
        edited(
            Hdf5Reader.read(written()),
            List.of((PLASTICITY + path).split("/", -1)),
            path.endsWith("delay") ? Hdf5Array.Integers.of(7) : Hdf5Array.Reals.of(0.5));
    Path file = folder.resolve("changed.nir");
    Files.write(file, Hdf5Writer.bytes((Hdf5Group) changed));
    assertThatThrownBy(() -> new NirImporter().read(file))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining(message);
  }
}
