package plastron.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.run.PlasticRunner;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.config.TaskKinds;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.measure.Measurement;
import plastron.tasks.measure.TakenTrial;
import plastron.tasks.measure.Trials;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.progress.Bar;

/** Networks that act: what they are given, what they learn, and what becomes of them on chips. */
@Timeout(300)
class ActingTest {

  private static final String SMALL =
      "--set task.limit=12 --set model.hidden=6 --set training.batch=4 --iterations 2";

  @TempDir Path folder;

  private static Configuration config(String task, String... assignments) {
    return Presets.complete(
        List.of(ConfigLayer.ofAssignments(TaskKinds.named(task, "test"), List.of(assignments))));
  }

  private static CommandRun run(String words, Object... more) {
    List<String> all = new ArrayList<>(List.of(words.split(" ")));
    Arrays.stream(more).map(Object::toString).forEach(all::add);
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static void succeeds(CommandRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isBetween(0, 1);
  }

  /** What a runner did in a loop is what it does with all that it was given there. */
  @Test
  void aTrialInTheLoopIsTheTrialAsAWhole() {
    TrainingSetup setup = TrainingSetup.of(config("levers", "task.pulls=8"));
    PlasticModel model = setup.plan().initial();
    Trials trials = new Trials(setup.design(), 1, -4, 4);
    for (int i = 0; i < trials.count(); i++) {
      PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
      TakenTrial taken = trials.take(i, runner);
      assertThat(taken.input().steps()).isEqualTo(8 * 16);
      assertThat(taken.input().signals()).containsOnlyKeys(LeversKind.REWARD);
      runner.reset();
      Recording whole = runner.run(taken.input());
      assertThat(taken.recording().spikes()).isEqualTo(whole.spikes());
      assertThat(taken.recording().traces()).hasSize(8);
      for (int w = 0; w < 8; w++) {
        for (int p = 0; p < model.graph().projections().size(); p++) {
          assertThat(taken.recording().traces().get(w).get(p))
              .isDeepEqualTo(whole.traces().get(w).get(p));
        }
      }
    }
    List<Input> inputs = trials.inputs(EpisodeRunners.of(model));
    List<Input> taken =
        IntStream.range(0, 4)
            .mapToObj(i -> trials.take(i, PlasticRunner.of(model)).input())
            .toList();
    assertThat(inputs).isEqualTo(taken);
  }

  @Test
  void polesStayUprightAfterSomeTraining() throws IOException {
    Path run = folder.resolve("run");
    succeeds(run("train cart-pole --iterations 15 --set task.limit=100 --out", run));
    JsonObject result = run("evaluate", run, "--episodes", 20, "--json").json();
    assertThat(result.get("return").getAsDouble()).isGreaterThan(60);
    assertThat(result.get("steps")).isEqualTo(result.get("return"));
    assertThat(result.keySet()).contains("solved", "low95", "return_low95", "steps_high95");
  }

  /** Without plasticity there is nothing that rewards could change. */
  @ParameterizedTest
  @CsvSource({"ndp-elig, 0.58, 1", "static, 0.4, 0.58"})
  void onlyPlasticNetworksFindTheBetterLever(String rule, double low, double high) {
    Path run = folder.resolve("run");
    String small =
        "--set task.pulls=20 --set model.hidden=8 --set training.batch=16 --set"
            + " training.learning_rate=2e-2 --iterations 50";
    succeeds(run("train levers " + small + " --out", run, "--rule", rule));
    JsonObject result = run("evaluate", run, "--episodes", 100, "--json").json();
    assertThat(result.get("paid_after").getAsDouble()).isBetween(low, high);
    assertThat(result.get("paid").getAsDouble()).isBetween(low, high);
  }

  @ParameterizedTest
  @CsvSource({"cart-pole, loihi2", "cart-pole, spinnaker1", "levers, loihi2"})
  void chipsActThemselves(String task, String chip) {
    Path run = folder.resolve("run");
    String small = task.equals("levers") ? SMALL.replace("limit", "pulls") : SMALL;
    succeeds(run("train " + task + " --hardware " + chip + " " + small + " --out", run));
    Path export = folder.resolve("export");
    String few = " --episodes 4 --calibration 8 --target " + chip;
    succeeds(run("export " + run + few + " --out", export));
    succeeds(run("verify " + run + few));
    CommandRun emulated = run("emulate", export, "--episodes", 5);
    succeeds(emulated);
    assertThat(emulated.out()).contains(task.equals("levers") ? "Mean paid" : "Mean return");
    succeeds(run("plot", run.resolve("model.plastron"), "--task", task, "--out", folder + "/f"));
  }

  @Test
  void aNetworkInAFileReadsTheReward() throws IOException {
    Path network =
        Files.writeString(
            folder.resolve("network.toml"),
            """
            [populations.output]

            [projections.input-output]
            from = "input"
            to = "output"
            rule = "ndp-elig"
            modulator = "reward"
            """);
    Path run = folder.resolve("run");
    String small = SMALL.replace("task.limit", "task.pulls");
    succeeds(run("train levers " + small + " --network", network, "--out", run));
    ConfigLayer written = ConfigLayer.ofFile(run.resolve("config.toml"));
    TaskDesign<?> design = TrainingSetup.design(Configuration.merge(List.of(written)));
    assertThat(design.graph().signals()).containsOnlyKeys(LeversKind.REWARD);
    PlasticProjection projection = design.graph().projections().getFirst();
    assertThat(projection.sources()).containsEntry("M", LeversKind.REWARD);
    succeeds(run("evaluate", run, "--episodes", 3));

    Files.writeString(network, Files.readString(network).replace("\"reward\"", "\"award\""));
    CommandRun wrong =
        run("train levers " + small + " --network", network, "--out", folder.resolve("x"));
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("(award) must be one of input, output, reward.")
        .contains("Maybe reward");
  }

  @Test
  void anyEnvironmentWithAFewActionsIsActedIn() {
    Configuration config = config("cart-pole", "task.environment=levers", "task.limit=5");
    TrainingSetup setup = TrainingSetup.of(config);
    Bar bar = new Bar(new PrintWriter(Writer.nullWriter()), "Trials", 6);
    Measurement measured =
        Measurement.of(
            new Trials(setup.design(), 1, -4, 6),
            EpisodeRunners.of(setup.plan().initial()),
            1,
            bar);
    assertThat(measured.measured().getLast().mean()).isEqualTo(5);
    assertThat(setup.design().longestSteps()).isEqualTo(50);
  }

  @Test
  void rangesMustFitTheEnvironment() {
    assertThatThrownBy(() -> TrainingSetup.design(config("cart-pole", "task.low=[-1, -2]")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Setting task.low ([-1.0, -2.0]) must have a number for each of the 4 that environment"
                + " cart-pole shows.");
    assertThatThrownBy(() -> TrainingSetup.design(config("cart-pole", "task.low=[1, 1, 1, 9]")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("must be below task.high");
    assertThatThrownBy(() -> TrainingSetup.design(config("cart-pole", "task.group_size=1")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("must be at least 2 for a place code");
    assertThat(
            TrainingSetup.design(config("cart-pole", "task.code=signed", "task.group_size=1"))
                .graph()
                .population("input")
                .size())
        .isEqualTo(8);
  }
}
