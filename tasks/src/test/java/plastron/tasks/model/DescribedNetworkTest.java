package plastron.tasks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.config.TaskKind;
import plastron.tasks.config.TaskKinds;
import plastron.tasks.design.TaskDesign;

/** What the tables of a network mean. Long, because every refusal has its example. */
class DescribedNetworkTest {

  private static final String SMALL =
      """
      [populations.hidden]
      size = 3
      [populations.output]
      [projections.in]
      from = "input"
      to = "hidden"
      [projections.out]
      from = "hidden"
      to = "output"
      """;

  @TempDir Path folder;

  private Configuration config(String task, String network, String... settings) throws IOException {
    TaskKind kind = TaskKinds.named(task, "test");
    Path file = Files.writeString(folder.resolve("network.toml"), network);
    return Presets.complete(
        List.of(
            ConfigLayer.ofNetwork(kind, file), ConfigLayer.ofAssignments(kind, List.of(settings))));
  }

  private TaskDesign<?> design(String network) throws IOException {
    return TrainingSetup.design(config("spike-patterns", network));
  }

  private static PlasticProjection projection(PlasticGraph graph, String name) {
    return graph.projections().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTablesSayIsWhatTheNetworkIs() throws IOException {
    PlasticGraph graph =
        design(Files.readString(Path.of("../examples/networks/two-pathways.toml"))).graph();
    assertThat(graph.populations().stream().map(Population::name))
        .containsExactly("input", "fast", "memory", "output");
    assertThat(graph.sizes()).containsExactly(30, 20, 12, 5);
    assertThat(graph.population("memory").neuron())
        .isEqualTo(
            new Neuron.Lif(
                Values.of(1), Values.of(0.97), Values.of(0), Neuron.Reset.SUBTRACT_THRESHOLD, 0));
    assertThat(graph.learned()).singleElement().matches(l -> l.population().equals("fast"));
    PlasticProjection within = projection(graph, "within-memory");
    assertThat(within.connectivity())
        .isEqualTo(new Connectivity.Generated(new ConnectionRule.FixedProbability(0.3), 7));
    assertThat(within.latency()).isEqualTo(2);
    assertThat(within.place()).isEqualTo(DelayPlace.AXON);
    assertThat(projection(graph, "memory-output").kernel()).isEqualTo(new Kernel.Exponential(20));
    assertThat(projection(graph, "memory-output").rule().name()).isEqualTo("dp-oja");
    assertThat(projection(graph, "input-memory").sources()).containsValue("fast");
  }

  private static final String LAVA =
      SMALL.replace(
          "to = \"hidden\"",
          """
          to = "hidden"
          lava = 'dw="2^-2*u0*t*x1*y1 - 2^-3*u0*w", x1_impulse=16, x1_tau=10, y1_impulse=8, y1_tau=9, t_epoch=10'
          start = { N = 0.25 }\
          """);

  private TaskDesign<?> everyTenSteps(String network) throws IOException {
    return TrainingSetup.design(config("spike-patterns", network, "model.update_interval=10"));
  }

  @Test
  void aProjectionMayHaveARuleOfLava() throws IOException {
    PlasticProjection in = projection(everyTenSteps(LAVA).initial().graph(), "in");
    assertThat(in.rule().name()).isEqualTo("lava");
    assertThat(Objects.requireNonNull(in.parameters().get("N")))
        .isDeepEqualTo(new double[][] {{0.25}});
    assertThat(Objects.requireNonNull(in.parameters().get("A"))[0][0]).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t_epoch=10      | t_epoch=5  | updates every 5 steps, the network every 10.",
        "u0*w            | y0*w       | is none of the rule language: products that a spike opens"
            + " (y0)",
        "u0*w            | u0*q       | is no rule: The rule (2^-2*u0*t*x1*y1 - 2^-3*u0*q) has the"
            + " unknown",
        "lava =          | rule = 'dp-oja'##lava = | says another rule than lava.",
        "start =         | modulator = 'output'##start = | is for a rule that is modulated, this"
            + " one is not."
      })
  void aRuleOfLavaThatDoesNotFitIsRefused(String from, String to, String line) {
    String network = LAVA.replace(from, to.replace("##", "\n"));
    assertThatThrownBy(() -> everyTenSteps(network))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(line);
  }

  @Test
  void neuronsMayAdapt() throws IOException {
    String adapting =
        SMALL.replace(
            "[populations.hidden]",
            """
            [populations.hidden]
            neuron = "adaptive-lif"
            decay = 0.95
            adaptation = 0.2
            adaptation_decay = 0.99
            learn = ["adaptation"]\
            """);
    PlasticGraph graph = design(adapting).graph();
    assertThat(graph.population("hidden").neuron())
        .isEqualTo(
            new Neuron.AdaptiveLif(new Neuron.Lif(1, 0.95, 0, Neuron.Reset.HARD, 0), 0.2, 0.99));
    assertThat(graph.learned()).singleElement().matches(l -> l.value() == Learned.Value.ADAPTATION);
  }

  @Test
  void whatIsGivenIsNotDrawnAndTheRestIsAsSettingsSay() throws IOException {
    String given =
        SMALL.replace(
            "to = \"hidden\"", "to = \"hidden\"\nrule = \"dp-oja\"\nstart = { W = 2, eta = 0.25 }");
    PlasticProjection in = projection(design(given).initial().graph(), "in");
    assertThat(Arrays.stream(in.parameter("W")).flatMapToDouble(Arrays::stream).distinct())
        .containsExactly(2.0);
    assertThat(in.parameter("eta")).isDeepEqualTo(new double[][] {{0.25}});
    assertThat(Arrays.stream(in.parameter("alpha")).flatMapToDouble(Arrays::stream).distinct())
        .hasSizeGreaterThan(10);
  }

  /** Names decide what is drawn. */
  @Test
  void theOrderOfTablesChangesNoNumber() throws IOException {
    int at = SMALL.indexOf("[projections.out]");
    String turned =
        SMALL.substring(at)
            + SMALL.substring(SMALL.indexOf("[populations.output]"), at)
            + SMALL.substring(0, SMALL.indexOf("[populations.output]"));
    Map<String, double[][]> want = weights(design(SMALL).initial());
    assertThat(weights(design(turned).initial())).usingRecursiveComparison().isEqualTo(want);
  }

  private static Map<String, double[][]> weights(PlasticModel model) {
    PlasticGraph graph = model.graph();
    return Map.of(
        "in", projection(graph, "in").parameter("W"),
        "out", projection(graph, "out").parameter("W"));
  }

  @Test
  void whatAFileSaysIsKeptInTheConfiguration() throws IOException {
    Configuration config =
        config(
            "spike-patterns", Files.readString(Path.of("../examples/networks/two-pathways.toml")));
    Path kept = Files.writeString(folder.resolve("config.toml"), config.toToml());
    Configuration read = Configuration.merge(List.of(ConfigLayer.ofFile(kept)));
    assertThat(read.toToml()).isEqualTo(config.toToml());
    assertThat(read.hash()).isNotEqualTo(config("spike-patterns", SMALL).hash());
    assertThat(TrainingSetup.design(read).graph().populations())
        .isEqualTo(TrainingSetup.design(config).graph().populations());
  }

  @Test
  void sparseOutputsAreBalancedAsDenseOnesAre() throws IOException {
    String sparse = SMALL.replace("to = \"output\"", "to = \"output\"\nin_degree = 2");
    Configuration config = config("cue-association", sparse, "rule=static", "w_mean=4");
    PlasticModel model = TrainingSetup.design(config).initial();
    Configuration unbalanced =
        config("cue-association", sparse, "rule=static", "w_mean=4", "balance_output=false");
    double[][] before =
        projection(TrainingSetup.design(unbalanced).initial().graph(), "out").parameter("W");
    double[][] after = projection(model.graph(), "out").parameter("W");
    assertThat(Arrays.stream(after).mapToInt(row -> row.length).sum()).isEqualTo(4);
    assertThat(Arrays.deepEquals(after, before)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size = 3 | sise = 3 | Setting (sise) of populations.hidden in * is not known. Maybe size",
        "size = 3 | size = 'x' | Setting populations.hidden.size in * (x) must be a whole number",
        "size = 3 | size = 0 | (0) must be a whole number from 1 to 100000",
        "size = 3 | theta = 1 | Setting populations.hidden.size in * (missing) must be",
        "size = 3 | size = 3 \\n"
            + " rho = 1 \\n"
            + " decay = 1 | populations.hidden.decay in * ([1.0]) is nothing that neurons of kind"
            + " srm have",
        "size = 3 | size = 3 \\n"
            + " theta = [1, 2] | populations.hidden in * has lists of numbers that are not for its"
            + " 3 neurons",
        "size = 3 | size = 3 \\n"
            + " learn = 'decay' | populations.hidden.learn in * ([decay]) is nothing",
        "size = 3 | size = 3 \\n"
            + " neuron = 'source' | has the spike sources [input, hidden], expected those that task"
            + " spike-patterns feeds, [input]",
        "[populations.output] | [populations.output] \\n"
            + " size = 4 | has population output (4 spiking neurons), expected output (5 spiking"
            + " neurons), which task spike-patterns reads",
        "[populations.output] | [populations.outptu] \\n"
            + " size = 5 | has no population output (5 spiking neurons), which task spike-patterns"
            + " reads. Maybe outptu is to be called output",
        "[populations.output] | [populations.output] \\n"
            + " neuron = 'integrator' | has population output (5 leaky integrators), expected",
        "to = \"hidden\" | to = \"hiden\" | Setting projections.in.to in * (hiden) must be one of"
            + " input, hidden, output. Maybe hidden was meant",
        "to = \"hidden\" | rule = 'static' | Setting projections.in.to in * (missing) must be the"
            + " name of a population",
        "to = \"hidden\" | to = \"input\" | in leads to population (input), a spike source, which"
            + " receives nothing",
        "to = \"hidden\" | to = \"hidden\" \\n"
            + " rule = 'dp-oia' | Setting projections.in.rule in * (dp-oia) must be one of * Maybe"
            + " dp-oja was meant",
        "to = \"hidden\" | to = \"hidden\" \\n"
            + " kernel = 'delta' \\n"
            + " tau_s = 3 | projections.in.tau_s in * (3.0) is nothing that kernel delta has",
        "to = \"hidden\" | to = \"hidden\" \\n"
            + " seed = 3 | projections.in.seed in * (3) is for some of the synapses",
        "to = \"hidden\" | to = \"hidden\" \\n"
            + " in_degree = 300 | Projection in: In-degree (300) must be at most the 30 pre"
            + " neurons",
        "to = \"hidden\" | to = \"hidden\" \\n"
            + " modulator = 'output' | projections.in.modulator in * (output) is for a rule that is"
            + " modulated, static is not",
        "to = \"hidden\" | to = \"hidden\" \\n"
            + " start = { V = 1 } | Parameter (V) of projections.in in * must be one that rule"
            + " static has, W",
        "to = \"hidden\" | to = \"hidden\" \\n"
            + " start = { W = [1, 2, 3] } | must be a table of parameters, each with a number or a"
            + " list of mean and deviation",
        "to = \"hidden\" | to = \"hidden\" \\n"
            + " start = { W = 1 } \\n"
            + " w_mean = 2 | projections.in.w_mean in * (2.0) says another thing than the start of"
            + " W",
        "to = \"hidden\" | to = \"hidden\" \\n"
            + " rule = 'dp-oja' \\n"
            + " start = { eta = 3 } | Parameter eta of projections.in in * (3.0) must be from 0.0"
            + " to 1.0",
        "[projections.in] | [projection.in] | Setting (projection) in * is not known, expected the"
            + " tables of a network, [populations.NAME] and [projections.NAME]. Maybe projections",
        "[projections.in] | [model] \\n"
            + " theta = 2 \\n"
            + " [projections.in] | Setting (model) in * is not known, expected * Maybe it belongs"
            + " into a file for --config",
        "[projections.in] | [projections.'in put'] | Name of a table of projections in * (in put)"
            + " must be of letters, digits",
      })
  void whatHasNoMeaningIsOneLine(String found, String replaced, String message) {
    String network = SMALL.replace(found, replaced.replace("\\n", "\n").replace('\'', '"'));
    String pattern = ".*\\Q" + message.replace("*", "\\E.*\\Q") + "\\E.*";
    assertThatThrownBy(() -> design(network).graph())
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.getMessage() + " " + e.maybe()).matches(pattern));
  }

  @Test
  void whatIsNoNetworkIsRefused() {
    assertThatThrownBy(() -> design("")).hasMessageContaining("is empty, expected tables");
    assertThatThrownBy(() -> design("populations = 3"))
        .hasMessageContaining("Setting populations in")
        .hasMessageContaining("(3) must be at most 1000 tables");
    assertThatThrownBy(() -> design("populations.hidden = 3"))
        .hasMessageContaining("Setting populations.hidden in")
        .hasMessageContaining("(3) must be a table");
    assertThatThrownBy(() -> design(SMALL.substring(SMALL.indexOf("[projections.in]"))))
        .hasMessageContaining("has no table [populations.NAME]");
  }
}
