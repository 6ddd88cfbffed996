package plastron.export.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.file.BrokenFileException;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.hdf5.Hdf5Reader;
import plastron.export.hdf5.Hdf5Writer;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.module.ModuleBuilder;
import plastron.plasticity.rate.kind.Gru;

class NirExporterTest {

  private static final Neuron LIF =
      new Neuron.Lif(1, 0.75, 0.5, Neuron.Reset.SUBTRACT_THRESHOLD, 0);

  @TempDir private Path folder;

  private static PlasticModel model(Neuron neuron) {
    return PlasticModel.named("pair")
        .source("in", 2)
        .population("out", 1, neuron)
        .projection("in", "out", p -> p.set("W", 3))
        .build();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(new Neuron.Srm(1, new Kernel.Exponential(2), 1), "N-SRM"),
        Arguments.of(new Neuron.AdaptiveLif((Neuron.Lif) LIF, 1, 0.5), "N-ADAPTIVE"),
        Arguments.of(new Neuron.Lif(1, 0.5, 0, Neuron.Reset.HARD, 1), "N-REFRACTORY"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void neuronsThatNirHasNotAreRefusedByName(Neuron neuron, String code) {
    assertThatThrownBy(() -> new NirExporter().write(model(neuron)))
        .isInstanceOfSatisfying(
            ExportRefusedException.class,
            e -> {
              assertThat(e.refusals()).extracting(Diagnostic::code).containsExactly(code);
              assertThat(e.refusals()).extracting(Diagnostic::subject).contains("population out");
            });
  }

  @Test
  void rateBlocksAreRefusedByName() {
    PlasticModel model = model(LIF);
    PlasticModel with =
        model.with(
            model
                .graph()
                .withModules(
                    List.of(new ModuleBuilder("memory", new Gru(1, 2)).rates("out").build(1))));
    assertThatThrownBy(() -> new NirExporter().write(with))
        .isInstanceOfSatisfying(
            ExportRefusedException.class,
            e -> {
              assertThat(e.refusals()).extracting(Diagnostic::code).containsExactly("N-MODULE");
              assertThat(e.refusals()).extracting(Diagnostic::subject).contains("module memory");
            });
  }

  @Test
  void rulesThatSingleSpikesDriveAreRefusedByName() {
    PlasticModel model =
        PlasticModel.named("timed")
            .source("in", 1)
            .population("out", 1, LIF)
            .projection("in", "out", p -> p.rule("stdp"))
            .build();
    assertThatThrownBy(() -> new NirExporter().write(model))
        .isInstanceOfSatisfying(
            ExportRefusedException.class,
            e -> {
              assertThat(e.refusals()).extracting(Diagnostic::code).containsExactly("N-TIMING");
              assertThat(e.refusals())
                  .extracting(Diagnostic::subject)
                  .containsExactly("projection in-out");
            });
  }

  @Test
  void aPopulationLeaksInAllNeuronsOrInNone() {
    PlasticModel model =
        PlasticModel.named("pair")
            .source("in", 1)
            .population(
                "out", 2, new Neuron.LeakyIntegrator(Values.perNeuron(1, 0.5), Values.of(0)))
            .projection("in", "out")
            .build();
    assertThatThrownBy(() -> new NirExporter().write(model))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageStartingWith("N-DECAY population out: 1 of 2 neurons do not leak");
  }

  @Test
  void whatOtherToolsDoNotSeeIsAWarning() {
    PlasticModel plastic =
        PlasticModel.named("pair")
            .source("in", 1)
            .population("out", 1, LIF)
            .projection("in", "out", p -> p.rule("dp-linear"))
            .build();
    assertThat(new NirExporter().write(plastic).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("N-PLASTIC");
    assertThat(new NirExporter().write(model(LIF)).diagnostics()).isEmpty();
  }

  @Test
  void nodesSayWhatTheNeuronDoes() throws IOException {
    Hdf5Group out = node(written(all -> {}), "out");
    assertThat(out.find("type")).contains(Hdf5Array.Texts.of("CubaLIF"));
    assertThat(out.find("tau_mem")).contains(Hdf5Array.Reals.of(new double[] {0.004}));
    assertThat(out.find("r")).contains(Hdf5Array.Reals.of(new double[] {4}));
    assertThat(out.find("v_leak")).contains(Hdf5Array.Reals.of(new double[] {2}));
    assertThat(out.find("v_threshold")).contains(Hdf5Array.Reals.of(new double[] {1}));
  }

  /** The file of a model with edited nodes, as a tree. */
  private Hdf5Group written(Consumer<SortedMap<String, Hdf5Node>> edit) throws IOException {
    Path file = folder.resolve("model.nir");
    Files.write(file, new NirExporter().write(model(LIF)).bytes());
    Hdf5Group tree = Hdf5Reader.read(file);
    SortedMap<String, Hdf5Node> graph = children(tree, "node");
    SortedMap<String, Hdf5Node> nodes = children(Hdf5Group.of(graph), "nodes");
    edit.accept(nodes);
    graph.put("nodes", Hdf5Group.of(nodes));
    return Hdf5Group.of(Map.of("node", Hdf5Group.of(graph)));
  }

  private static SortedMap<String, Hdf5Node> children(Hdf5Group group, String name) {
    return new TreeMap<>(((Hdf5Group) group.find(name).orElseThrow()).children());
  }

  private static Hdf5Group node(Hdf5Group file, String name) {
    Hdf5Group nodes = (Hdf5Group) Hdf5Group.of(children(file, "node")).find("nodes").orElseThrow();
    return (Hdf5Group) nodes.find(name).orElseThrow();
  }

  private static void put(
      SortedMap<String, Hdf5Node> nodes, String node, String field, Hdf5Node value) {
    SortedMap<String, Hdf5Node> fields = children(Hdf5Group.of(nodes), node);
    fields.put(field, value);
    nodes.put(node, Hdf5Group.of(fields));
  }

  private PlasticModel read(Hdf5Group file) throws IOException {
    return new NirImporter()
        .read(Files.write(folder.resolve("edited.nir"), Hdf5Writer.bytes(file)));
  }

  @Test
  void fixedWeightsAreThoseOfTheNodes() throws IOException {
    Hdf5Array weights = NirFileBuilder.matrix(2, 5, 7);
    PlasticModel back = read(written(all -> put(all, "in-out", "weight", weights)));
    assertThat(back.graph().projections().getFirst().parameter("W"))
        .isDeepEqualTo(new double[][] {{5}, {7}});
  }

  @Test
  void otherNodesHaveToSayWhatTheModelDoes() throws IOException {
    refused(
        written(all -> put(all, "out", "tau_mem", Hdf5Array.Reals.of(new double[] {0.005}))),
        "Node out (CubaLIF), tau_mem, must be as the model in the metadata has it. Maybe remove");
    refused(written(all -> all.remove("output")), "Edge of node out names node (output)");
    refused(
        written(all -> all.put("more", Hdf5Group.of(Map.of("type", Hdf5Array.Texts.of("I"))))),
        "Nodes and edges must be those of the model in the metadata, not others ([more]). Maybe");
    refused(
        written(
            all ->
                put(
                    all,
                    "out",
                    "metadata",
                    Hdf5Group.of(Map.of("reset", Hdf5Array.Texts.of("value"))))),
        "Node out (CubaLIF), metadata, must be as the model in the metadata has it.");
  }

  private void refused(Hdf5Group file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining(message);
  }

  /** As tools do that infer types: they put ends where a graph has none. */
  @Test
  void furtherEndsAreNoDifference() throws IOException {
    Hdf5Group more =
        written(
            all ->
                all.put(
                    "output_in",
                    Hdf5Group.of(
                        Map.of(
                            "type",
                            Hdf5Array.Texts.of("Output"),
                            "shape",
                            NirFileBuilder.integers(2)))));
    assertThat(read(more).graph().sizes()).containsExactly(2, 1);
  }
}
