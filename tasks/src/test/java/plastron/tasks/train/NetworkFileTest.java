package plastron.tasks.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.Neuron;
import plastron.export.model.ModelFile;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.CommandRun;

/** A network in a file trains on tasks that know nothing of it. */
class NetworkFileTest {

  private static final Path EXAMPLE = Path.of("../examples/networks/two-pathways.toml");

  @TempDir Path folder;

  private static CommandRun run(Object... words) {
    CommandRun run =
        CommandRun.of(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cue-association --rule static --length reduced", "spike-patterns --seed 3"})
  void theExampleTrainsResumesAndIsMeasured(String task) throws IOException {
    Path run = folder.resolve("run");
    List<Object> words = new ArrayList<>(List.of("train"));
    words.addAll(List.of(task.split(" ")));
    words.addAll(List.of("--network", EXAMPLE, "--iterations", 4, "--out", run));
    words.addAll(List.of("--set", "training.batch=8", "--set", "training.checkpoint_every=2"));
    run(words.toArray());
    var whole = SmallRun.result(run);
    Files.delete(run.resolve("checkpoint-000000004.bin"));
    Files.delete(run.resolve("model.plastron"));
    run("train", "--resume", run);
    assertThat(SmallRun.result(run)).isEqualTo(whole);

    PlasticModel model = ModelFile.read(run.resolve("model.plastron"));
    Neuron.Srm learned = (Neuron.Srm) model.graph().population("fast").neuron();
    assertThat(learned.theta().uniform()).isNotEqualTo(1);

    JsonObject of = run("evaluate", run, "--episodes", 20, "--json").json();
    String name = of.get("task").getAsString();
    JsonObject file =
        run(
                "evaluate",
                run.resolve("model.plastron"),
                "--task",
                name,
                "--config",
                run.resolve("config.toml"),
                "--episodes",
                20,
                "--json")
            .json();
    assertThat(file.get("accuracy")).isEqualTo(of.get("accuracy"));
    assertThat(file.get("hidden_rate")).isEqualTo(of.get("hidden_rate"));
    assertThat(run("plot", run, "--out", folder.resolve("figures")).out()).contains("trial-");
  }

  /** Two populations in a cycle, a shape that no setting gives. */
  @Test
  void aCycleGoesToAChipAndRunsThere() throws IOException {
    Path network =
        Files.writeString(
            folder.resolve("cycle.toml"),
            """
            [populations.a]
            size = 6
            [populations.b]
            size = 4
            [populations.output]
            [projections.first]
            from = "input"
            to = "a"
            [projections.there]
            from = "a"
            to = "b"
            [projections.back]
            from = "b"
            to = "a"
            rule = "static"
            w_mean = 0.0
            [projections.last]
            from = "b"
            to = "output"
            """);
    Path run = folder.resolve("run");
    Object[] train = {
      "train",
      "cue-association",
      "--rule",
      "dp-oja",
      "--length",
      "reduced",
      "--hardware",
      "loihi2",
      "--network",
      network,
      "--iterations",
      2,
      "--set",
      "training.batch=4",
      "--set",
      "model.w_mean=4",
      "--out",
      run
    };
    run(train);
    Path export = folder.resolve("export");
    run("export", run, "--target", "loihi2", "--episodes", 2, "--out", export);
    assertThat(run("emulate", export, "--episodes", 4).out()).contains("of 4 trials");

    // A model file is emulated on the network that it had, which no setting of its task describes.
    Path alone = folder.resolve("alone");
    Path model = run.resolve("model.plastron");
    Object[] words = {
      "export",
      model,
      "--task",
      "cue-association",
      "--set",
      "length=reduced",
      "--target",
      "loihi2",
      "--episodes",
      2,
      "--out",
      alone
    };
    run(words);
    assertThat(run("emulate", alone, "--episodes", 40).out().lines().skip(1))
        .containsExactlyElementsOf(
            run("emulate", export, "--episodes", 40).out().lines().skip(1).toList());
  }

  @Test
  void aReadOutOfPotentialsTrainsOnItsTask() throws IOException {
    Path network =
        Files.writeString(
            folder.resolve("readout.toml"),
            """
            [populations.hidden]
            size = 5
            bias = [0.0, 0.1, 0.0, 0.1, 0.0]
            learn = ["bias"]
            [populations.readout]
            [projections.input-hidden]
            from = "input"
            to = "hidden"
            [projections.hidden-readout]
            from = "hidden"
            to = "readout"
            rule = "static"
            kernel = "delta"
            """);
    Path run = folder.resolve("run");
    run(
        "train",
        "product-course",
        "--network",
        network,
        "--iterations",
        2,
        "--set",
        "training.batch=4",
        "--out",
        run);
    assertThat(run("evaluate", run, "--episodes", 4, "--json").json().get("error").getAsDouble())
        .isFinite();
  }

  @Test
  void aWrongFileIsOneLineAndLeavesNothingBehind() throws IOException {
    Path run = folder.resolve("run");
    Path network = Files.writeString(folder.resolve("wrong.toml"), "[populations.hidden]\nsizes=1");
    CommandRun refused =
        CommandRun.of(
            "train", "spike-patterns", "--network", network.toString(), "--out", run.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualToIgnoringNewLines(
            "plastron: Setting (sizes) of populations.hidden in %s is not known.Maybe size was meant."
                .formatted(network));
    assertThat(run).doesNotExist();
  }
}
