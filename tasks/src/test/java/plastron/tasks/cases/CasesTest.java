package plastron.tasks.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

/**
 * Every case ends as its fault deserves: exit code and words. The first lines of the files in
 * {@code /cases} say which commands showed the fault, the second what happened then.
 */
class CasesTest {

  @TempDir private Path folder;

  private CommandRun train(String name, String... settings) throws IOException {
    Path config = folder.resolve(name + ".toml");
    try (InputStream in =
        Objects.requireNonNull(CasesTest.class.getResourceAsStream("/cases/" + name + ".toml"))) {
      Files.write(config, in.readAllBytes());
    }
    List<String> words =
        new ArrayList<>(
            List.of("train", "cue-association", "--config", config.toString(), "--out", run()));
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
    return CommandRun.of(words.toArray(String[]::new));
  }

  private String run() {
    return folder.resolve("run").toString();
  }

  private CommandRun compile(String verb, int episodes) {
    return CommandRun.of(
        verb,
        run(),
        "--target",
        "loihi2",
        "--episodes",
        Integer.toString(episodes),
        "--calibration",
        "8",
        "--out",
        folder.resolve("out").toString());
  }

  private void refusedAtTheStart(CommandRun run, String message, String maybe) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines()).containsExactly("plastron: " + message, "Maybe " + maybe);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("run")).doesNotExist();
  }

  private void learnedNothing(CommandRun run, String why) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(run.err()).isEmpty();
    assertThat(run.lastLine()).startsWith("Nothing was learned: ").contains(why);
    CommandRun plot = CommandRun.of("plot", run(), "--out", folder.resolve("plot").toString());
    assertThat(plot.err()).isEmpty();
    assertThat(plot.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("plot/learning-curve.png")).isNotEmptyFile();
  }

  @Test
  void whatAllAreMadeOfIsHarmless() throws IOException {
    CommandRun run = train("tiny");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.lastLine()).startsWith("Done: 4 of at most 4 iterations");
  }

  @Test
  void f1ABatchOfOneIsComparedWithItself() throws IOException {
    refusedAtTheStart(
        train("F1-batch-of-one"),
        "Setting training.batch (1) must be at least 2: a trial's reward is compared with the"
            + " batch's mean, which would be its own, so that its gradient is 0.",
        "--set training.batch=64.");
    assertThat(train("F1-batch-of-one", "training.batch=64").exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void f2TracesThatDivergeLeaveNoGradient() throws IOException {
    learnedNothing(
        train("F2-oja-diverges"), "of 4 iterations, 4 were skipped (gradient not finite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"training.surrogate_width=1e-40", "training.skip_norm=1e-3"})
  void f2SettingsThatLeaveNoGradient(String setting) throws IOException {
    learnedNothing(train("tiny", setting), "of 4 iterations, ");
  }

  @Test
  void f3ARuleThatNeverActs() throws IOException {
    refusedAtTheStart(
        train("F3-interval-longer-than-trial"),
        "Setting model.update_interval (64) must be below the 54 steps of a trial: the rule would"
            + " never act.",
        "--set model.update_interval=6.");
    CommandRun followed = train("F3-interval-longer-than-trial", "model.update_interval=6");
    assertThat(followed.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(train("F3-interval-longer-than-trial", "hardware=loihi2", "update_interval=512"))
        .extracting(CommandRun::exitCode)
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "verify"})
  void f4AChipWithoutItsStaticWeights(String verb) throws IOException {
    assertThat(train("F4-loihi-all-weights-zero").exitCode()).isEqualTo(ExitCode.OK);
    CommandRun run = compile(verb, 20);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .containsPattern(
            "(?m)^refused: L-(U-OVF|ZERO) layer \\w+, (rule dp-linear|w_static): .* Maybe train ")
        .containsPattern(
            "(?m)^plastron: Run \\(%s\\) cannot be put on Intel Loihi 2"
                .formatted(Pattern.quote(run())));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void f5AVoltageDecayFitsItsField() throws IOException {
    assertThat(train("F5-loihi-dv-4096").exitCode()).isEqualTo(ExitCode.OK);
    CommandRun run = compile("export", 5);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .containsPattern("lossy: L-MEMBRANE layer hidden, .* voltage decay 4095/4096 for 0.999955");
    assertThat(Files.readString(folder.resolve("out/registers.json")))
        .containsPattern("\"dv\": *4095\\b")
        .doesNotContainPattern("\"dv\": *4096\\b");
  }

  /** One output was inhibited, and balanced to weights beside which no trace counted. */
  @Test
  void f6AnInhibitedOutputIsNoReasonToRefuse() throws IOException {
    assertThat(train("F6-loihi-leading-coefficient").exitCode()).isEqualTo(ExitCode.OK);
    CommandRun run = compile("export", 5);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).doesNotContain("refused: ");
  }

  @Test
  void f7ARateOfLearningThatTheChipDoesNotHold() throws IOException {
    refusedAtTheStart(
        train("F7-loihi-wrong-reason-overflow"),
        "Parameter eta of rule ndp-linear (1.0E-6 at the start) must be from 0.0078125 to"
            + " 0.9921875 on loihi2.",
        "--set model.eta=0.0078125.");
    CommandRun followed = train("F7-loihi-wrong-reason-overflow", "model.eta=0.0078125");
    assertThat(followed.exitCode()).isEqualTo(ExitCode.OK);
  }
}
