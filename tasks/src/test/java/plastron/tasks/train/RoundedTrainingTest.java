package plastron.tasks.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.export.CompiledRun;
import plastron.tasks.export.Target;
import plastron.tasks.trained.TrainedNetwork;

/** Training for a chip rounds what the export rounds. */
class RoundedTrainingTest {

  private static final int TRIALS = 8;

  @TempDir private Path folder;

  private Path trained(String name, int iterations, String... more) {
    Path run = folder.resolve(name);
    List<String> options =
        new ArrayList<>(List.of("--set", "quantise_trials=" + TRIALS, "--set", "quantise_every=3"));
    options.addAll(List.of(more));
    CommandRun made =
        CommandRun.of(SmallRun.start(run, iterations, options.toArray(String[]::new)));
    assertThat(made.err()).isEmpty();
    return run;
  }

  @ParameterizedTest
  @CsvSource({"loihi2, w_static, tag, 4", "loihi2, w_static, tag, 0", "spinnaker1, W, alpha, 0"})
  void parametersAreRoundedToWhatTheChipIsLoadedWith(
      String chip, String weights, String alphas, int bits) {
    Path run = trained("run", 2, "--hardware", chip, "--set", "weight_bits=" + bits);
    TrainedNetwork network = TrainedNetwork.ofRun(run);
    ExportOptions options = new ExportOptions(1, network.exportSettings(Target.named(chip)));
    PlasticModel rounded =
        network.rounded(Target.named(chip), options, TRIALS, 1).orElseThrow().model();
    ChipImage image = CompiledRun.of(network, Target.named(chip), options, TRIALS).image();
    for (int layer = 0; layer < image.layers().size(); layer++) {
      PlasticProjection projection = rounded.graph().projections().get(layer);
      QuantizedArray loaded = image.layers().get(layer).array(weights);
      same(projection.parameter("W"), loaded);
      same(projection.parameter("alpha"), image.layers().get(layer).array(alphas));
      if (bits == 4) {
        assertThat(loaded.scale().stride()).isEqualTo(32);
      }
    }
    assertThat(rounded.graph().projections().getFirst().parameter("W"))
        .isNotEqualTo(network.model().graph().projections().getFirst().parameter("W"));
  }

  private static void same(double[][] rounded, QuantizedArray loaded) {
    double[][] reals = loaded.reals();
    for (int j = 0; j < reals.length; j++) {
      assertThat(rounded[j]).containsExactly(reals[j], within(1e-12));
    }
  }

  @Test
  void anInterruptionBetweenTwoChoicesOfScalesChangesNoBit() throws IOException {
    Path whole = trained("whole", 8, "--hardware", "loihi2");
    Path cut = trained("cut", 8, "--hardware", "loihi2");
    // The newest checkpoint is taken away: the run goes on from iteration 7, whose grids are of 6.
    Files.delete(cut.resolve("checkpoint-000000008.bin"));
    CommandRun resumed = CommandRun.of("train", "--resume", cut.toString());
    assertThat(resumed.err()).isEmpty();
    assertThat(SmallRun.result(cut)).isEqualTo(SmallRun.result(whole));
  }

  @Test
  void aRunWithoutTheSettingsIsOneInRealNumbers() throws IOException {
    Path run = trained("run", 1, "--hardware", "loihi2", "--set", "quantise_every=0");
    String text = Files.readString(run.resolve("config.toml"));
    assertThat(text).doesNotContain("quantise_every", "weight_bits", "quantise_from");
    Configuration config = TrainedNetwork.ofRun(run).config();
    assertThat(config.get(TrainingSettings.QUANTISE_EVERY)).isEqualTo(TrainingSettings.NEVER);
    assertThat(
            TrainedNetwork.ofRun(run).rounded(Target.named("loihi2"), ExportOptions.DEFAULT, 8, 1))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "spinnaker1, weight_bits=4, Setting training.weight_bits (4) is no choice on spinnaker1.",
    "none, weight_bits=4, Setting training.weight_bits (4) is no choice without a chip in mind"
        + " (--hardware).",
    "loihi1, weight_bits=7, 'Setting training.weight_bits (7) must be one of [8, 6, 5, 4, 3, 2] on"
        + " loihi1.'",
    "spinnaker1, trace_bits=4, Setting training.trace_bits (4) is no choice on spinnaker1.",
    "loihi2, trace_bits=8, 'Setting training.trace_bits (8) must be one of [7, 6, 5, 4, 3, 2] on"
        + " loihi2.'"
  })
  void bitsThatAChipCannotHaveAreRefusedAtOnce(String chip, String bits, String error) {
    Path run = folder.resolve("run");
    CommandRun refused = CommandRun.of(SmallRun.start(run, 1, "--hardware", chip, "--set", bits));
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).startsWith("plastron: " + error);
    assertThat(run).doesNotExist();
  }

  @Test
  void verifyShowsTheFloatModelRoundedAsWell() {
    Path run = trained("run", 1, "--hardware", "loihi2", "--set", "weight_bits=5");
    CommandRun verified =
        CommandRun.of(
            "verify",
            run.toString(),
            "--target",
            "loihi2",
            "--calibration",
            Integer.toString(TRIALS),
            "--episodes",
            "4");
    assertThat(verified.out()).contains("Float model rounded as in training: ");
  }
}
