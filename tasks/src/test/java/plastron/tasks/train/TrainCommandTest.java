package plastron.tasks.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.export.model.ModelFile;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.train.TrainerState;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.RunFolder;

class TrainCommandTest {

  @TempDir private Path folder;

  private CommandRun refused(String expected, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.err()).contains(expected);
    assertThat(run.err().lines().count()).isBetween(1L, 2L);
    assertThat(run.exitCode()).isEqualTo(2);
    return run;
  }

  private Path trained(int iterations, String... more) {
    Path run = folder.resolve("run");
    assertThat(CommandRun.of(SmallRun.start(run, iterations, more)).err()).isEmpty();
    return run;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aRunLeavesItsFiles() throws IOException {
    Path run = trained(9);
    assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(9);
    assertThat(Files.readAllLines(run.resolve("learning-curve.csv"))).hasSize(10);
    assertThat(Files.readString(run.resolve("run.json"))).contains("\"to_iteration\": 9");
    assertThat(Files.readString(run.resolve("config.toml"))).contains("batch = 8");
    assertThat(run.resolve("learning-curve.png")).isNotEmptyFile();
    assertThat(run.resolve("checkpoint-000000007.bin")).exists();
    assertThat(run.resolve("checkpoint-000000009.bin")).exists();
    assertThat(run.resolve("checkpoint-000000000.bin")).doesNotExist();
    PlasticModel model = ModelFile.read(run.resolve("model.plastron"));
    assertThat(model.graph().sizes()).containsExactly(40, 8, 2);
    assertThat(names()).containsExactly("run");
  }

  @Test
  void theEffectiveConfigurationReproducesTheRun() throws IOException {
    Path run = trained(5);
    Path again = folder.resolve("again");
    CommandRun second =
        CommandRun.of(
            "train",
            "cue-association",
            "--config",
            run.resolve("config.toml").toString(),
            "--out",
            again.toString());
    assertThat(second.err()).isEmpty();
    assertThat(SmallRun.result(again)).isEqualTo(SmallRun.result(run));
  }

  @Test
  void stopsAtTheCriterionIfAsked() throws IOException {
    Path run =
        trained(500, "--set", "training.stop_at_criterion=true", "--set", "training.criterion=0.2");
    assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(13);
  }

  @Test
  void nothingIsOverwrittenAndNothingIsLeftBehind() throws IOException {
    Files.writeString(folder.resolve("run"), "mine");
    refused("exists", SmallRun.start(folder.resolve("run"), 1));
    refused("training.batch", SmallRun.start(folder.resolve("b"), 1, "--set", "batch=0"));
    refused("Maybe ndp-oja", "train", "cue-association", "--rule", "ndp-oya", "--out", "x");
    assertThat(names()).containsExactly("run");
    assertThat(folder.resolve("run")).hasContent("mine");
  }

  @Test
  void wrongOptionsAreRefused() {
    String out = folder.resolve("x").toString();
    refused("Missing what to train", "train");
    refused("--out", "train", "cue-association", "--rule", "static");
    refused("Setting rule (missing)", "train", "cue-association", "--out", out);
    refused("--threads (0)", SmallRun.start(folder.resolve("x"), 1, "--threads", "0"));
    refused("must be from 1", "train", "--resume", "x", "--threads", "-1");
    refused("does not exist", "train", "--resume", folder.resolve("x").toString());
    refused("no config.toml", "train", "--resume", folder.toString());
    refused("must be one of none", SmallRun.start(folder.resolve("x"), 1, "--hardware", "abacus"));
  }

  @Test
  void anOptionMustNotContradictTheFile() throws IOException {
    Path file = folder.resolve("c.toml");
    Files.writeString(file, "noise = \"low\"\nrule = \"static\"\n");
    refused(
        "contradicts",
        "train",
        "cue-association",
        "--config",
        file.toString(),
        "--noise",
        "high",
        "--out",
        folder.resolve("x").toString());
  }

  @Test
  void damagedRunsAreRefused() throws IOException {
    Path run = trained(9);
    Path newest = run.resolve("checkpoint-000000009.bin");
    byte[] whole = Files.readAllBytes(newest);
    Files.write(newest, Arrays.copyOf(whole, whole.length / 2));
    CommandRun cut = refused("truncated or damaged", "train", "--resume", run.toString());
    assertThat(cut.err()).contains("Maybe go back to the one before it: rm " + newest);
    Files.write(newest, whole);

    Path config = run.resolve("config.toml");
    String text = Files.readString(config);
    Files.writeString(config, text.replace("batch = 8", "batch = 9"));
    refused("not the one its checkpoint", "train", "--resume", run.toString());
    Files.writeString(config, text.replace("batch = 8", "batch = "));
    refused("is not TOML", "train", "--resume", run.toString());
    Files.writeString(config, text);

    Path metrics = run.resolve("metrics.jsonl");
    String lines = Files.readString(metrics);
    Files.writeString(metrics, lines.substring(0, 100));
    refused("is shorter than", "train", "--resume", run.toString());
    Files.writeString(metrics, "x" + lines.substring(1));
    refused("line 1", "train", "--resume", run.toString());
    Files.writeString(metrics, lines);

    Files.writeString(run.resolve("run.json"), "{");
    refused("is damaged", "train", "--resume", run.toString());
    Files.delete(run.resolve("run.json"));
    assertThat(CommandRun.of("train", "--resume", run.toString()).exitCode()).isZero();
  }

  @Test
  void aCheckpointOfAnotherModelIsRefusedByEveryCommand() throws IOException {
    Path path = trained(1);
    RunFolder run = new RunFolder(path);
    Checkpoint whole = run.checkpoint();
    double[] parameters = whole.state().parameters();
    for (int length : new int[] {0, parameters.length - 1, parameters.length + 1}) {
      TrainerState other =
          new TrainerState(1, Arrays.copyOf(parameters, length), whole.state().optimiser());
      run.checkpoints()
          .save(
              new Checkpoint(
                  whole.version(),
                  whole.configuration(),
                  other,
                  whole.metricsBytes(),
                  whole.recent()));
      String reason = "Checkpoint of run (%s) does not fit its configuration: ".formatted(path);
      String out = folder.resolve("new").toString();
      refused(reason, "evaluate", path.toString());
      refused(reason, "plot", path.toString(), "--out", out);
      refused(reason, "verify", path.toString(), "--target", "spinnaker1");
      refused(reason, "train", "--resume", path.toString());
    }
  }

  @Test
  void fromADamagedCheckpointOneCanGoBackByOne() throws IOException {
    Path run = trained(9);
    var result = SmallRun.result(run);
    Files.delete(run.resolve("checkpoint-000000009.bin"));
    Files.delete(run.resolve("model.plastron"));
    assertThat(CommandRun.of("train", "--resume", run.toString()).err()).isEmpty();
    assertThat(SmallRun.result(run)).isEqualTo(result);
  }
}
