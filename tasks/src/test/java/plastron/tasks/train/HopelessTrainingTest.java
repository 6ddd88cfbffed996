package plastron.tasks.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.tasks.cli.CommandRun;

/** Where nothing can be learned, or nothing is, the program says so. */
class HopelessTrainingTest {

  @TempDir private Path folder;

  private CommandRun train(int iterations, String... settings) {
    String[] more = new String[2 * settings.length];
    for (int i = 0; i < settings.length; i++) {
      more[2 * i] = "--set";
      more[2 * i + 1] = settings[i];
    }
    return CommandRun.of(SmallRun.start(folder.resolve("run"), iterations, more));
  }

  private void refused(String message, String maybe, String... settings) {
    CommandRun run = train(1, settings);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains(message).contains(maybe);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aBatchOfOneIsItsOwnBaseline() {
    refused("Setting training.batch (1) must be at least 2", "--set training.batch=64", "batch=1");
  }

  @Test
  void aStepSizeOfNothing() {
    refused(
        "Setting training.learning_rate (0.0) must be above 0",
        "learning_rate=5e-3",
        "learning_rate=0",
        "learning_rate_end=0");
    assertThat(train(1, "learning_rate=0").exitCode()).as("it grows").isZero();
  }

  /** The longest trial has 24 + 8 + 1 + 8 steps. */
  @ParameterizedTest
  @ValueSource(ints = {41, 64, 100_000})
  void anIntervalThatEndsAfterTheTrial(int interval) {
    refused(
        "Setting model.update_interval (%d) must be below the 41 steps of a trial: the rule would never act"
            .formatted(interval),
        "--set model.update_interval=5",
        "update_interval=" + interval);
  }

  @Test
  void anIntervalThatEndsWithinTheTrialOrIsOfNoConsequence() {
    assertThat(train(0, "update_interval=40").exitCode()).isZero();
    Path fixed = folder.resolve("fixed");
    String[] start =
        SmallRun.start(fixed, 0, "--set", "rule=static", "--set", "update_interval=64");
    assertThat(CommandRun.of(start).exitCode()).isZero();
  }

  @Test
  void anIntervalInWhichARateBlockNeverActs() throws Exception {
    Path network =
        Files.writeString(
            folder.resolve("network.toml"),
            """
            [populations.output]

            [projections.input-output]
            from = "input"
            to = "output"
            rule = "static"

            [modules.sum]
            block = "dense"
            units = 1
            activation = "linear"
            reads = ["input"]
            """);
    CommandRun run =
        CommandRun.of(
            SmallRun.start(
                folder.resolve("run"),
                1,
                "--network",
                network.toString(),
                "--set",
                "update_interval=41"));
    assertThat(run.err()).contains("below the 41 steps of a trial: rate blocks would never act");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void tracesThatCannotBeginToMatter() {
    refused(
        "Settings model.eta, model.alpha_mean and model.alpha_sd (all 0.0) must not all be 0",
        "--set model.eta=0.05",
        "eta=0",
        "alpha_sd=0",
        "alpha_mean=0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.05, 1e6})
  void aResetThatNeverComes(double tau) {
    refused(
        "Setting model.tau_ref (%s steps, with model.rho 2.0) leaves no reset".formatted(tau),
        "or model.rho=0",
        "tau_ref=" + tau);
    assertThat(train(0, "tau_ref=" + tau, "rho=0", "balance_output=false").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dp-oja", "ndp-oja", "ndp-bcm"})
  void aRuleThatTheChipRefusesAfterwards(String rule) {
    CommandRun run =
        CommandRun.of(
            "train",
            "cue-association",
            "--rule",
            rule,
            "--hardware",
            "loihi1",
            "--out",
            folder.resolve("run").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("Rule (%s) does not run on loihi1: L-".formatted(rule))
        .contains("term (")
        .contains("plastron rules " + rule);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void numbersThatTheChipRefusesAfterwards() {
    CommandRun run =
        CommandRun.of(
            SmallRun.start(
                folder.resolve("run"), 1, "--hardware", "spinnaker1", "--set", "model.eta=1e-6"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("Parameter eta of rule ndp-oja (1.0E-6 at the start) must be from")
        .contains("on spinnaker1")
        .contains("Maybe --set model.eta=9.765625E-4.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"training.skip_norm=1e-6", "training.surrogate_width=1e-40"})
  void everyUpdateSkipped(String setting) throws Exception {
    CommandRun run = train(12, setting, "training.rate_budget=0");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("nothing was learned in 5 of the last 5, gradient ")
        .contains("5 of 5 updates were skipped.")
        .doesNotContain("Done");
    assertThat(run.out().lines().filter(l -> l.contains("nothing was learned"))).hasSize(1);
    assertThat(run.lastLine())
        .startsWith("Nothing was learned: of 12 iterations, 12 were skipped")
        .contains("training.skip_norm");
    assertThat(Files.exists(folder.resolve("run/model.plastron"))).isTrue();
    String again = folder.resolve("run").toString();
    assertThat(CommandRun.of("train", "--resume", again).exitCode()).isEqualTo(1);
  }

  @Test
  void silentNeuronsHaveNoGradient() {
    CommandRun run =
        train(6, "model.w_mean=-40", "model.balance_output=false", "training.rate_budget=0");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("Layer hidden is silent, output neuron 0 is silent, output neuron 1 is silent.")
        .contains("Maybe a larger training.rate_budget or training.surrogate_width");
    assertThat(run.lastLine()).contains("0 were skipped").contains("6 had a gradient below 0.01");
  }

  @Test
  void aHealthyTrainingSaysNothing() {
    CommandRun run = train(12);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).doesNotContain("nothing was learned").doesNotContain("Nothing");
    assertThat(run.lastLine()).startsWith("Done: 12 of at most 12 iterations");
  }
}
