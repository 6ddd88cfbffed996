package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.ExportOptions;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.trained.TrainedNetwork;

/**
 * What every emulator has to keep, whatever its chip: after a reset nothing is left of the episode
 * before.
 */
class RepeatedEpisodeTest {

  @TempDir private static Path shared;

  @BeforeAll
  static void train() {
    TinyRun.make(shared.resolve("loihi2"), "ndp-linear", "loihi2");
    TinyRun.make(shared.resolve("spinnaker1"), "ndp-linear", "spinnaker1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"loihi2", "spinnaker1"})
  void theSameEpisodeTwiceIsRecordedTwiceTheSame(String chip) {
    ChipProfile<?, ?> profile = Target.named(chip);
    TrainedNetwork run = TrainedNetwork.ofRun(shared.resolve(chip));
    // Ranges measured on one episode are too narrow for another, so that something saturates.
    CompiledRun compiled = CompiledRun.of(run, profile, ExportOptions.DEFAULT, 1);
    Runner emulator = profile.emulator(compiled.image(), true, 5);
    SpikeRaster input =
        run.evaluation(1).inputs(EpisodeRunners.of(run.model())).getFirst().single();
    Recording first = emulator.run(input);
    emulator.reset();
    Recording second = emulator.run(input);
    assertThat(second.spikes()).isEqualTo(first.spikes());
    assertThat(second.counters()).isEqualTo(first.counters());
    if (chip.equals("loihi2")) {
      assertThat(first.counters())
          .containsValue(0L)
          .hasEntrySatisfying("hidden.trace_saturations", count -> assertThat(count).isPositive());
    }
  }
}
