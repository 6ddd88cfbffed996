package plastron.tasks.simulate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.network.Neuron;
import plastron.export.format.ModelExporters;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.BadInputException;

class NetworkArgumentTest {

  private static final List<String> TASK = List.of("--task", "levers");

  @TempDir private Path folder;

  @Test
  void aModelIsACircuitWhereNoTaskIsNamedAndNothingLearns() throws IOException {
    Path in = Files.writeString(folder.resolve("in.csv"), "time_ms,neuron\n3.0,0\n");
    assertThat(read(model("static"), List.of(), List.of(in.toString())))
        .isInstanceOf(CircuitDescription.class);
    assertThat(read(Path.of("../examples/circuits/brunel.toml"), List.of(), List.of()))
        .isInstanceOf(CircuitDescription.class);
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    refused(
        model("static"),
        List.of(),
        List.of(),
        "Option --input is missing for the source in of model");
    refused(model("dp-oja"), List.of(), List.of(), "has no task of its own, expected --task");
  }

  @Test
  void whatIsTooMuchIsSaid() throws IOException {
    List<String> in = List.of("in.csv");
    String without = "Option --input (in.csv) is for a model without a task";
    refused(folder, List.of(), in, without);
    refused(model("dp-oja"), TASK, in, without);
    refused(
        model("dp-oja"),
        List.of(),
        in,
        "does not run as a circuit: Projection in-out learns by rule dp-oja");
    refused(
        Path.of("net.toml"),
        List.of(),
        in,
        "Option --input (in.csv) is for models, expected spike");
  }

  private void refused(Path path, List<String> task, List<String> inputs, String part) {
    assertThatThrownBy(() -> read(path, task, inputs))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(part);
  }

  private static NetworkDescription read(Path path, List<String> task, List<String> inputs) {
    return new NetworkArgument(path, task, inputs).read(OptionalLong.empty(), 1);
  }

  private Path model(String rule) throws IOException {
    PlasticModel model =
        PlasticModel.named("small")
            .source("in", 2)
            .population("out", 3, new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0))
            .projection(
                "in",
                "out",
                p -> (rule.equals("static") ? p : p.rule(rule).set("eta", 0.1)).set("W", 0.4))
            .build();
    return Files.write(
        folder.resolve(rule + ".plastron"), ModelExporters.named("plastron").write(model).bytes());
  }
}
