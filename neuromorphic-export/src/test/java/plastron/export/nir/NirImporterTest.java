package plastron.export.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static plastron.export.nir.NirFileBuilder.integers;
import static plastron.export.nir.NirFileBuilder.matrix;
import static plastron.export.nir.NirFileBuilder.numbers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.network.Connectivity;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.export.file.BrokenFileException;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;

/**
 * Nodes of every kind, with steps of 0.1 ms. Long, because every kind of node and of refusal is
 * here.
 */
class NirImporterTest {

  @TempDir private Path folder;

  private static Map<String, Hdf5Node> lif(double... tau) {
    double[] one = new double[tau.length];
    Arrays.fill(one, 1);
    return new TreeMap<>(
        Map.of(
            "tau", numbers(tau),
            "r", numbers(one),
            "v_leak", numbers(new double[tau.length]),
            "v_threshold", numbers(one)));
  }

  private static Map<String, Hdf5Node> with(
      Map<String, Hdf5Node> fields, String name, Hdf5Node value) {
    Map<String, Hdf5Node> all = new TreeMap<>(fields);
    all.put(name, value);
    return all;
  }

  private static Map<String, Hdf5Node> cuba(double tauSynapse) {
    Map<String, Hdf5Node> fields = with(lif(1e-3), "tau_syn", numbers(tauSynapse));
    fields.put("tau_mem", numbers(1e-3));
    fields.put("w_in", numbers(3));
    fields.remove("tau");
    return fields;
  }

  private static Map<String, Hdf5Node> weight(int columns, double... values) {
    return Map.of("weight", matrix(columns, values));
  }

  private PlasticGraph read(NirFileBuilder file) throws IOException {
    return file.read(folder).graph();
  }

  private static double[][] w(PlasticGraph graph, String projection) {
    return of(graph, projection).parameter("W");
  }

  private static PlasticProjection of(PlasticGraph graph, String projection) {
    return graph.projections().stream()
        .filter(p -> p.name().equals(projection))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void lifNeuronsLeakResetAndHaveTheirOwnNumbers() throws IOException {
    Map<String, Hdf5Node> fields = lif(1e-3, 2e-3);
    fields.put("r", numbers(10, 20));
    fields.put("v_leak", numbers(0, 1));
    fields.put("v_reset", numbers(-1, 0));
    PlasticGraph graph =
        read(
            new NirFileBuilder()
                .input(1)
                .node("w", "Linear", weight(1, 5, 7))
                .node("lif", "LIF", fields)
                .output(2)
                .chain("in", "w", "lif", "out"));
    Neuron.Lif lif = (Neuron.Lif) graph.population("lif").neuron();
    assertThat(lif.decay().toArray(2)).containsExactly(0.9, 0.95);
    // Potentials are counted from the reset potential.
    assertThat(lif.bias().toArray(2)).containsExactly(new double[] {0.1, 0.05}, within(1e-12));
    assertThat(lif.theta().toArray(2)).containsExactly(Math.nextUp(2f), Math.nextUp(1f));
    assertThat(lif.reset()).isEqualTo(Neuron.Reset.HARD);
    assertThat(w(graph, "in-lif")[0]).containsExactly(new double[] {5, 7}, within(1e-12));
    assertThat(of(graph, "in-lif").kernel()).isEqualTo(new Kernel.Delta());
    assertThat(graph.populations()).hasSize(2);
  }

  @Test
  void stepsAreThoseOfTheMetadata() throws IOException {
    Map<String, Hdf5Node> own =
        with(lif(2e-3), "metadata", Hdf5Group.of(Map.of("reset", Hdf5Array.Texts.of("subtract"))));
    PlasticGraph graph =
        read(
            new NirFileBuilder()
                .input(1)
                .node("a", "LIF", lif(2e-3))
                .node("b", "LIF", own)
                .chain("in", "a", "b")
                .metadata("dt", numbers(1e-3))
                .metadata("integration", Hdf5Array.Texts.of("exponential"))
                .metadata("spike", Hdf5Array.Texts.of("at"))
                .metadata("latency", integers(1)));
    Neuron.Lif a = (Neuron.Lif) graph.population("a").neuron();
    Neuron.Lif b = (Neuron.Lif) graph.population("b").neuron();
    assertThat(a.decay()).isEqualTo(Values.of(Math.exp(-0.5)));
    assertThat(a.theta()).isEqualTo(Values.of(1));
    assertThat(a.reset()).isEqualTo(Neuron.Reset.HARD);
    assertThat(b.reset()).isEqualTo(Neuron.Reset.SUBTRACT_THRESHOLD);
    assertThat(of(graph, "a-b").latency()).isEqualTo(1);
  }

  @Test
  void currentsAreFilteredAndBiasesComeFromANeuronThatAlwaysSpikes() throws IOException {
    PlasticGraph graph =
        read(
            new NirFileBuilder()
                .input(1)
                .node("w", "Affine", with(weight(1, 2), "bias", numbers(4)))
                .node("lif", "CubaLIF", cuba(5e-4))
                .chain("in", "w", "lif"));
    double tau = -1 / Math.log(0.8);
    Kernel.Exponential kernel = (Kernel.Exponential) of(graph, "in-lif").kernel();
    assertThat(kernel.tauSteps()).isCloseTo(tau, within(1e-9));
    // Gains of the membrane, 0.1, and of the current, 0.2 times w_in.
    assertThat(w(graph, "in-lif")[0][0]).isCloseTo(2 * 0.1 * 0.2 * 3, within(1e-12));
    assertThat(w(graph, "one-lif")[0][0]).isCloseTo(4 * 0.1 * 0.2 * 3, within(1e-12));
    assertThat(graph.population("one").neuron())
        .isEqualTo(new Neuron.Lif(1, 0, 1, Neuron.Reset.HARD, 0));
  }

  @Test
  void theOtherNeurons() throws IOException {
    PlasticGraph graph =
        read(
            new NirFileBuilder()
                .input(1)
                .node("if", "IF", Map.of("r", numbers(2e4), "v_threshold", numbers(3)))
                .node("step", "Threshold", Map.of("threshold", numbers(0.5)))
                .node("i", "I", Map.of("r", numbers(1e4)))
                .node("li", "LI", without(lif(1e-3), "v_threshold"))
                .node("cuba", "CubaLI", without(cuba(5e-4), "v_threshold"))
                .chain("in", "if", "step", "i")
                .chain("if", "li")
                .chain("if", "cuba"));
    Neuron.Lif ifs = (Neuron.Lif) graph.population("if").neuron();
    assertThat(ifs.decay()).isEqualTo(Values.of(1));
    assertThat(w(graph, "in-if")[0][0]).isCloseTo(2, within(1e-12));
    assertThat(graph.population("step").neuron())
        .isEqualTo(new Neuron.Lif(Math.nextUp(0.5f), 0, 0, Neuron.Reset.HARD, 0));
    assertThat(graph.population("i").neuron())
        .isEqualTo(new Neuron.LeakyIntegrator(Values.of(1), Values.of(0)));
    assertThat(graph.population("li").neuron())
        .isEqualTo(new Neuron.LeakyIntegrator(Values.of(0.9), Values.of(0)));
    assertThat(of(graph, "if-cuba").kernel()).isInstanceOf(Kernel.Exponential.class);
  }

  private static Map<String, Hdf5Node> without(Map<String, Hdf5Node> fields, String name) {
    Map<String, Hdf5Node> rest = new TreeMap<>(fields);
    rest.remove(name);
    return rest;
  }

  @Test
  void whatStandsBetweenNeuronsIsOneProjection() throws IOException {
    Map<String, Hdf5Node> filter = without(lif(1e-3), "v_threshold");
    PlasticGraph graph =
        read(
            new NirFileBuilder()
                .input(2)
                .node(
                    "f",
                    "Flatten",
                    Map.of(
                        "start_dim",
                        Hdf5Array.Integers.of(0),
                        "end_dim",
                        Hdf5Array.Integers.of(-1)))
                .node("s", "Scale", Map.of("scale", numbers(2, 3)))
                .node("w", "Linear", weight(2, 1, 10))
                .node("d", "Delay", Map.of("delay", numbers(3e-4)))
                .node("li", "LI", filter)
                .node("li2", "LI", filter)
                .node("a", "LIF", lif(1e-4))
                .node("b", "LIF", lif(1e-4))
                .chain("in", "f", "s", "w", "d", "li", "a")
                .chain("li", "li2", "b"));
    PlasticProjection one = of(graph, "in-a");
    assertThat(one.latency()).isEqualTo(3);
    assertThat(((Kernel.Exponential) one.kernel()).decay()).isCloseTo(0.9, within(1e-12));
    assertThat(w(graph, "in-a")[0][0]).isCloseTo(0.2, within(1e-12));
    assertThat(w(graph, "in-a")[1][0]).isCloseTo(3, within(1e-12));
    PlasticProjection two = of(graph, "in-b");
    assertThat(two.latency()).isEqualTo(2);
    // Two filters in a row are (k + 1) 0.9^k, here one step later, for a weight of 0.01 times 2.
    for (int k = 0; k < 5; k++) {
      assertThat(two.kernel().at(k + 1) * w(graph, "in-b")[0][0])
          .isCloseTo(0.02 * (k + 1) * Math.pow(0.9, k), within(1e-12));
    }
  }

  @Test
  void delaysMayDifferAmongNeurons() throws IOException {
    PlasticGraph graph =
        read(
            new NirFileBuilder()
                .input(3)
                .node("d", "Delay", Map.of("delay", numbers(0, 2e-4, 0)))
                .node("a", "LIF", lif(1e-4, 1e-4, 1e-4))
                .chain("in", "d", "a"));
    assertThat(graph.projections()).hasSize(2);
    assertThat(of(graph, "in-a").connectivity()).isInstanceOf(Connectivity.Rows.class);
    assertThat(w(graph, "in-a")).isDeepEqualTo(new double[][] {{1}, {}, {1}});
    assertThat(w(graph, "in-a-2")).isDeepEqualTo(new double[][] {{}, {1}, {}});
    assertThat(of(graph, "in-a-2").latency()).isEqualTo(2);
  }

  @Test
  void innerGraphsAndCyclesAreTakenApart() throws IOException {
    NirFileBuilder inner =
        new NirFileBuilder()
            .input(1)
            .node("lif", "LIF", lif(1e-4))
            .node("rec", "Linear", weight(1, -1))
            .output(1)
            .chain("in", "lif", "rec", "lif", "out");
    PlasticGraph graph =
        read(
            new NirFileBuilder()
                .input(1)
                .graph("layer", inner)
                .node("w", "Linear", weight(1, 2))
                .output(1)
                .chain("in", "layer", "w", "out"));
    assertThat(graph.populations())
        .extracting(p -> p.name())
        .containsExactly("in", "layer.lif", "out");
    assertThat(of(graph, "layer.lif-layer.lif").latency()).isZero();
    // An output that weights lead to is read out as it is.
    assertThat(graph.population("out").neuron())
        .isEqualTo(new Neuron.LeakyIntegrator(Values.of(0), Values.of(0)));
    assertThat(w(graph, "layer.lif-out")[0]).containsExactly(2);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            new NirFileBuilder().input(1).node("x", "Sigmoid", Map.of()).chain("in", "x"),
            "Type of node x (Sigmoid) must be one of"),
        Arguments.of(
            new NirFileBuilder().input(1).node("a", "LIF", lif(1e-5)).chain("in", "a"),
            "Node a (LIF) has time constant (1.0E-5 s), expected at least the step of 1.0E-4 s."
                + " Maybe"),
        Arguments.of(
            new NirFileBuilder()
                .input(1)
                .node("a", "LIF", with(lif(1e-3), "v_threshold", numbers(-1)))
                .chain("in", "a"),
            "Node a (LIF) has a threshold (-1.0) that is not above the reset potential (0.0)"),
        Arguments.of(
            new NirFileBuilder().input(2).node("a", "LIF", lif(1e-3, 1, 1)).chain("in", "a"),
            "Node a (LIF) has 3 neurons, expected the 2 values of its input."),
        Arguments.of(
            new NirFileBuilder().input(1).node("a", "LIF", lif(1e-3)).chain("in", "b"),
            "Edge of node in names node (b), which is not one of [a, in]."),
        Arguments.of(
            new NirFileBuilder()
                .input(1)
                .node("d", "Delay", Map.of("delay", numbers(1.5e-4)))
                .node("a", "LIF", lif(1e-3))
                .chain("in", "d", "a"),
            "Node d (Delay) has a delay (1.5E-4 s), expected"),
        Arguments.of(
            new NirFileBuilder()
                .input(1)
                .node("s", "Scale", Map.of("scale", numbers(1)))
                .node("t", "Scale", Map.of("scale", numbers(1)))
                .node("a", "LIF", lif(1e-3))
                .chain("in", "s", "t", "s")
                .chain("t", "a"),
            "Nodes [s, t] are in or behind a cycle in which nothing spikes"),
        Arguments.of(
            new NirFileBuilder()
                .node("in", "Input", Map.of("shape", integers(1, 1 << 20, 1)))
                .node(
                    "p",
                    "SumPool2d",
                    Map.of(
                        "kernel_size", integers(1 << 20, 1),
                        "stride", integers(1, 1),
                        "padding", integers(1 << 19, 0)))
                .output(1)
                .chain("in", "p", "out"),
            " must "),
        Arguments.of(
            new NirFileBuilder()
                .input(1)
                .node("i", "I", Map.of("r", numbers(1)))
                .node("a", "LIF", lif(1e-3))
                .chain("in", "i", "a"),
            "Node a takes, from node in, a current that never decays"),
        Arguments.of(
            new NirFileBuilder()
                .input(1)
                .node("a", "LIF", lif(1e-3))
                .chain("in", "a")
                .metadata("plasticity", Hdf5Group.of(Map.of("rule", Hdf5Array.Texts.of("stdp")))),
            "Metadata, plasticity has rule (stdp) in no schema"),
        Arguments.of(
            new NirFileBuilder().node("a", "LIF", lif(1e-3)), "need a spike source among them"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatDoesNotRunIsRefusedByName(NirFileBuilder file, String message) {
    assertThatThrownBy(() -> file.read(folder))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining(message)
        .hasMessageMatching(
            "File \\([^)]*graph.nir\\) holds no NIR network that runs here: [^\n]*\\.");
  }
}
