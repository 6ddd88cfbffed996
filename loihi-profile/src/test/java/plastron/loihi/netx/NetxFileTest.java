package plastron.loihi.netx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.export.file.BrokenFileException;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.hdf5.Hdf5Reader;
import plastron.export.hdf5.Hdf5Writer;

class NetxFileTest {

  private static final Path VECTORS = Path.of("src/test/resources/vectors");

  @TempDir private Path folder;

  /** Names, types and shapes are those of the files that lava-dl's own tools wrote. */
  @ParameterizedTest
  @ValueSource(strings = {"mlp_12_8_3.net.h5", "mlp_rec_10_6_2.net.h5", "mlp_delay_8_5.net.h5"})
  void writtenAsReadFromElsewhere(String name) throws IOException {
    Path original = VECTORS.resolve(name);
    Path written = folder.resolve(name);
    Files.write(written, NetxFile.bytes(NetxFile.read(original)));
    assertThat(Hdf5Reader.read(written)).isEqualTo(Hdf5Reader.read(original));
  }

  private Path with(Consumer<Map<String, Hdf5Node>> edit) throws IOException {
    Hdf5Group file = Hdf5Reader.read(VECTORS.resolve("mlp_delay_8_5.net.h5"));
    Hdf5Group layers = (Hdf5Group) file.find("layer").orElseThrow();
    Map<String, Hdf5Node> layer =
        new TreeMap<>(((Hdf5Group) layers.find("0").orElseThrow()).children());
    edit.accept(layer);
    Map<String, Hdf5Node> all = new TreeMap<>(Map.of("0", Hdf5Group.of(layer)));
    return Files.write(
        folder.resolve("edited.net"),
        Hdf5Writer.bytes(Hdf5Group.of(Map.of("layer", Hdf5Group.of(all)))));
  }

  private static Hdf5Array numbers(double... values) {
    return new Hdf5Array.Reals(List.of(values.length), values, true);
  }

  @Test
  void typesAndDelaysMayBeWrittenInSeveralWays() throws IOException {
    Path file = with(layer -> layer.put("type", Hdf5Array.Texts.of("dense")));
    assertThat(NetxFile.read(file)).hasSize(1);
    file = with(layer -> layer.put("delay", Hdf5Array.Integers.of(100)));
    assertThat(NetxFile.read(file).getFirst().delays().orElseThrow()[4][7]).isEqualTo(62);
    file = with(layer -> layer.put("delay", numbers(0, 1, 2, 3, 4, 5, 6, 7)));
    assertThat(NetxFile.read(file).getFirst().delays().orElseThrow()[4])
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void whatNetxOrThisBuildDoesNotRunIsRefusedByName() throws IOException {
    refused(
        with(layer -> layer.put("type", Hdf5Array.Texts.of("conv"))),
        "Layer 0, type, (conv) must be one of [dense, dense_rec].");
    refused(with(layer -> layer.remove("weight")), "Layer 0 lacks (weight), it has");
    refused(with(layer -> layer.put("delay", numbers(1, 2))), "Layer 0 has 2 delays, expected");
    refused(
        with(
            layer ->
                layer.put("weight", new Hdf5Array.Reals(List.of(1, 1), new double[] {0.5}, true))),
        "Layer 0, weight (0.5) must be integers of 32 bits.");
    refused(VECTORS.resolve("ff_20_12_5.nir"), "Layers (none) must have at least one of");
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> NetxFile.read(file))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("holds no netx network: " + message);
  }

  @Test
  void weightsThatNetxCannotScaleAreRefused() {
    assertThatThrownBy(() -> layer(new int[][] {{0, 0}}).optimized())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The weights are all zero");
    assertThatThrownBy(() -> new NetxNetwork(List.of(layer(new int[][] {{-3, 201}}))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The weights need 9 bits");
  }

  private static NetxLayer layer(int[][] weights) {
    return new NetxLayer(weights, Optional.empty(), Optional.empty(), new int[1], 1, 0, 1);
  }
}
