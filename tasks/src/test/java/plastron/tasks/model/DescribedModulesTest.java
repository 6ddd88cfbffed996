package plastron.tasks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.module.ModuleInput.OfModule;
import plastron.plasticity.module.ModuleInput.OfPopulation;
import plastron.plasticity.module.ModuleInput.OfSignal;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rate.kind.DenseLayers;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rule.SignalDrive;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.config.TaskKind;
import plastron.tasks.config.TaskKinds;

/** Rate blocks in the tables of a network. */
class DescribedModulesTest {

  private static final Path EXAMPLE = Path.of("../examples/networks/gated-memory.toml");

  @TempDir Path folder;

  private Configuration config(String task, String network) throws IOException {
    TaskKind kind = TaskKinds.named(task, "test");
    Path file = Files.writeString(folder.resolve("network.toml"), network);
    return Presets.complete(List.of(ConfigLayer.ofNetwork(kind, file)));
  }

  @Test
  void whatTablesSayIsWhatModulesAre() throws IOException {
    PlasticGraph graph =
        TrainingSetup.design(config("spike-patterns", Files.readString(EXAMPLE))).graph();
    RateModule gate = graph.modules().getFirst();
    assertThat(gate.block()).isEqualTo(new Gru(30, 1));
    assertThat(gate.inputs()).isEqualTo(Map.of("x", List.of(new OfPopulation("hidden"))));
    RateModule urge = graph.modules().getLast();
    assertThat(urge.block())
        .isEqualTo(new DenseLayers(31, List.of(new DenseLayers.Layer(5, Activation.LINEAR))));
    assertThat(urge.inputs())
        .isEqualTo(Map.of("x", List.of(new OfPopulation("hidden"), new OfModule("gate"))));
    assertThat(graph.projections().getLast().sources()).containsValue("gate");
    assertThat(graph.drives())
        .containsExactly(
            new Drive(
                "output-current",
                "output",
                Drive.Target.BIAS,
                SignalDrive.rule(),
                Map.of(SignalDrive.SIGNAL, "urge"),
                Map.of()));
    assertThat(graph.signals()).isEmpty();
  }

  @Test
  void theSeedDecidesTheirNumbers() throws IOException {
    Configuration config = config("spike-patterns", Files.readString(EXAMPLE));
    PlasticModel one = TrainingSetup.design(config).initial();
    PlasticModel other = TrainingSetup.design(config).initial();
    double[][] weights =
        Objects.requireNonNull(one.graph().modules().getFirst().parameters().get("W_c"));
    assertThat(other.graph().modules().getFirst().parameters().get("W_c")).isDeepEqualTo(weights);
    assertThat(weights[0]).doesNotHaveDuplicates();
  }

  /** Signals of a task are read like anything else. */
  @Test
  void aModuleReadsWhatTheTaskSays() throws IOException {
    String network =
        """
        [populations.output]
        [projections.in]
        from = "input"
        to = "output"
        rule = "ndp-elig"
        modulator = "surprise"
        [modules.surprise]
        block = "rnn"
        units = 1
        reads = ["reward", "output"]
        """;
    PlasticGraph graph = TrainingSetup.design(config("levers", network)).graph();
    assertThat(graph.modules().getFirst().inputs())
        .isEqualTo(Map.of("x", List.of(new OfSignal("reward", 1), new OfPopulation("output"))));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            "reads = [\"hidden\"]",
            "reads = [\"hiden\"]",
            "Setting modules.gate.reads in FILE (hiden) must be one of"),
        Arguments.of(
            "block = \"gru\"",
            "block = \"grue\"",
            "Setting modules.gate.block in FILE (grue) must be"),
        Arguments.of("units = 1", "units = 0", "Setting modules.gate.units in FILE (0) must be"),
        Arguments.of(
            "units = 1",
            "units = 1\nactivation = \"relu\"",
            "Setting modules.gate.activation in FILE (relu) is nothing that block gru has."),
        Arguments.of(
            "current = \"urge\"",
            "current = \"hunger\"",
            "Setting populations.output.current in FILE (hunger) must be one of"),
        Arguments.of(
            "modulator = \"gate\"",
            "modulator = \"gait\"",
            "Setting projections.hidden-output.modulator in FILE (gait) must be one of"),
        Arguments.of(
            "units = 5",
            "units = 4",
            "Network in FILE has no meaning: Module urge (4 values in a window) must have 1 or 5"),
        Arguments.of(
            "reads = [\"hidden\"]",
            "reads = [\"urge\"]",
            "Network in FILE has no meaning: Modules ([gate, urge]) read each other in a circle"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatHasNoMeaningIsRefusedByName(String good, String bad, String message) throws IOException {
    String network = Files.readString(EXAMPLE);
    assertThat(network).contains(good);
    String wrong = network.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
    assertThatThrownBy(() -> TrainingSetup.design(config("spike-patterns", wrong)).graph())
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(message.replace("FILE", folder.resolve("network.toml").toString()));
  }
}
