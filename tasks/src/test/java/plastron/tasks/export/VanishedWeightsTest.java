package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

/** Fixed weights beside plastic ones that are so large that nothing of them is left. */
class VanishedWeightsTest {

  @TempDir private Path folder;

  private static String config(String chip, String alpha) {
    return """
    rule = "dp-linear"
    seed = 7
    hardware = "%s"
    [task]
    cues = 3
    cue_on = 10
    cue_off = 2
    delay = 8
    decision = 10
    group_size = 4
    [model]
    eta = 0.125
    alpha_sd = %s
    balance_output = false
    hidden = 12
    [training]
    iterations = 0
    batch = 4
    checkpoint_every = 2
    """
        .formatted(chip, alpha);
  }

  private CommandRun verb(String verb, String chip) {
    return CommandRun.of(
        verb,
        folder.resolve("run").toString(),
        "--target",
        chip,
        "--episodes",
        "20",
        "--calibration",
        "8",
        "--out",
        folder.resolve("out").toString());
  }

  private void train(String chip, String alpha) throws IOException {
    Path config = Files.writeString(folder.resolve("f.toml"), config(chip, alpha));
    CommandRun run =
        CommandRun.of(
            "train",
            "cue-association",
            "--config",
            config.toString(),
            "--out",
            folder.resolve("run").toString());
    assertThat(run.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"spinnaker1, 3000.0, S-ZERO, alpha"})
  void areRefusedByName(String chip, String alpha, String code, String factor) throws IOException {
    train(chip, alpha);
    for (String verb : new String[] {"export", "verify"}) {
      CommandRun run = verb(verb, chip);
      assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.err())
          .containsPattern("refused: " + code + " layer \\w+, .* of \\d+ values became zero")
          .containsPattern(
              "the largest of its factors is " + factor + " = [0-9.e+-]+ from neuron \\d+")
          .contains("Maybe train with alpha or a bound on E (e_clip) smaller by ");
      assertThat(folder.resolve("out")).doesNotExist();
    }
  }

  /** Where the threshold is lost first, that is said instead. */
  @ParameterizedTest
  @CsvSource({"loihi1, 30000.0", "loihi2, 30000.0", "loihi1, 3000.0", "loihi2, 3000.0"})
  void areRefusedWhateverIsLostFirst(String chip, String alpha) throws IOException {
    train(chip, alpha);
    CommandRun run = verb("verify", chip);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("refused: L-");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** The way out that the refusals above name, both layers' together. */
  @ParameterizedTest
  @CsvSource({"loihi1, 234.0", "loihi2, 234.0", "spinnaker1, 187.0"})
  void areThereAgainOnTheWayOut(String chip, String alpha) throws IOException {
    train(chip, alpha);
    assertThat(verb("export", chip).exitCode()).isEqualTo(ExitCode.OK);
  }
}
