package plastron.tasks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.artifact.ImageFile;
import plastron.export.contract.ChipContract;
import plastron.export.contract.ContractResult;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.profile.Emulator;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.Precision;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;

/**
 * Rules that read signals, on every chip that takes them: a reward for all neurons, or an error for
 * each. Long, because all is asked of the same models.
 */
class SignalsOnChipsTest {

  @TempDir Path folder;

  private static double largest(List<List<float[][]>> traces) {
    double largest = 0;
    for (List<float[][]> window : traces) {
      for (float[] row : window.getFirst()) {
        for (float value : row) {
          largest = Math.max(largest, Math.abs(value));
        }
      }
    }
    return largest;
  }

  @ParameterizedTest
  @CsvSource({
    "loihi2, ndp-linear, false",
    "loihi2, ndp-linear, true",
    "loihi2, ndp-oja, false",
    "loihi2, ndp-oja, true",
    "loihi2, ndp-oja-local, false",
    "loihi2, ndp-oja-local, true",
    "loihi2, ndp-bcm, false",
    "loihi2, ndp-bcm, true",
    "loihi2, ndp-elig, false",
    "loihi2, ndp-elig, true",
    "spinnaker1, ndp-linear, false",
    "spinnaker1, ndp-linear, true",
    "spinnaker1, ndp-oja, false",
    "spinnaker1, ndp-oja, true",
    "spinnaker1, ndp-oja-local, false",
    "spinnaker1, ndp-oja-local, true",
    "spinnaker1, ndp-bcm, false",
    "spinnaker1, ndp-bcm, true",
  })
  void theEmulatorStaysWithinTheStatedError(String chip, String rule, boolean perNeuron) {
    SignalledModel tried = SignalledModel.of(chip, rule, perNeuron);
    ContractResult result = ChipContract.of(tried.chip()).check(tried.asCase());

    isKept(result, tried);
  }

  private static void isKept(ContractResult result, SignalledModel tried) {
    assertThat(result.refusals()).isEmpty();
    assertThat(result.violations()).isEmpty();
    assertThat(tried.image().diagnostics()).noneMatch(d -> d.code().endsWith("-UNSTATED"));
    assertThat(result.fullScale()).isPositive();
    assertThat(result.measured()).isBetween(1e-9, 0.05);
  }

  /** A program that reads what the image does not name, or in another number, is not loaded. */
  @ParameterizedTest
  @CsvSource({"loihi2, false", "loihi2, true", "spinnaker1, false", "spinnaker1, true"})
  void imagesThatLackTheirSignalsAreRefused(String chip, boolean perNeuron) {
    SignalledModel tried = SignalledModel.of(chip, "ndp-linear", perNeuron);
    ChipImage image = tried.image();

    assertThatThrownBy(() -> tried.emulator(with(image, new TreeMap<>())))
        .isInstanceOf(BrokenImageException.class)
        .hasMessageContaining("(0) must be one of the image's 0");
    assertThatThrownBy(
            () -> tried.emulator(with(image, new TreeMap<>(Map.of(SignalledModel.SIGNAL, 3)))))
        .isInstanceOf(BrokenImageException.class)
        .hasMessageContaining("(3 values) must have 1 or 4");
  }

  private static ChipImage with(ChipImage image, SortedMap<String, Integer> signals) {
    return new ChipImage(
        image.profile(),
        image.model(),
        image.populations(),
        signals,
        image.updateInterval(),
        image.seed(),
        image.integers(),
        image.layers(),
        image.cores(),
        image.usages(),
        image.diagnostics(),
        image.calibration(),
        image.errors(),
        image.provenance());
  }

  /** Training sees the same episodes as the simulator, and so as the chips. */
  @ParameterizedTest
  @CsvSource({"loihi2, false", "loihi2, true", "spinnaker1, false", "spinnaker1, true"})
  void trainingFiresAsTheSimulator(String chip, boolean perNeuron) {
    SignalledModel tried = SignalledModel.of(chip, "ndp-linear", perNeuron);
    SweepOptions options = SweepOptions.with(new SlayerExponential(1, 1));
    Sweep sweep = Precision.FLOAT.sweep(tried.model(), options);
    Tape tape = sweep.tape();
    PlasticRunner runner = PlasticRunner.of(tried.model());

    for (Input episode : tried.episodes()) {
      runner.reset();
      SpikeRaster expected = runner.run(episode).output();
      sweep.forward(tape, episode);
      assertThat(tape.spikes(1)).isEqualTo(expected);
    }
  }

  /**
   * A baseline that the reward is measured against: a constant, or what a neuron expects; an error
   * for each neuron beside a reward for all; a sensitivity that is the same everywhere.
   */
  @ParameterizedTest
  @ValueSource(strings = {"constant", "expected", "both", "sensitive"})
  void rulesOfOnesOwnStayWithinTheStatedError(String kind) {
    SignalledModel tried = SignalledModel.of("loihi2", SignalledModel.ruleOfOnesOwn(kind));

    isKept(ChipContract.of(tried.chip()).check(tried.asCase()), tried);
  }

  @ParameterizedTest
  @CsvSource({
    "loihi2, false",
    "loihi2, true",
    "spinnaker1, false",
    "spinnaker1, true",
  })
  void withoutTheSignalNothingIsLearned(String chip, boolean perNeuron) {
    SignalledModel tried = SignalledModel.of(chip, "ndp-linear", perNeuron);
    Emulator emulator = tried.emulator();
    List<SpikeRaster> spikes = PlasticRunner.of(tried.model()).run(tried.fresh()).spikes();
    Signal zeros =
        Signal.perNeuron(
            new double[SignalledModel.WINDOWS][perNeuron ? SignalledModel.NEURONS : 1]);

    assertThat(largest(emulator.drive(spikes, Map.of()).traces())).isZero();
    emulator.reset();
    assertThat(largest(emulator.drive(spikes, Map.of("the signal", zeros)).traces())).isZero();
    emulator.reset();
    assertThat(largest(emulator.drive(spikes, tried.fresh().signals()).traces())).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "loihi2, false",
    "loihi2, true",
    "spinnaker1, false",
    "spinnaker1, true",
  })
  void resetStartsAnewAndASecondRunGoesOn(String chip, boolean perNeuron) {
    SignalledModel tried = SignalledModel.of(chip, "ndp-linear", perNeuron);
    Emulator emulator = tried.emulator();
    Recording whole = emulator.run(tried.fresh());
    assertThat(largest(whole.traces())).isPositive();
    emulator.reset();
    assertThat(emulator.run(tried.fresh()).traces())
        .usingRecursiveComparison()
        .isEqualTo(whole.traces());

    emulator.reset();
    int interval = tried.model().graph().clock().updateInterval();
    int cut = 5 * interval + interval / 2;
    List<List<float[][]>> parts = new ArrayList<>();
    parts.addAll(emulator.run(part(tried.fresh(), 0, cut, 0)).traces());
    parts.addAll(emulator.run(part(tried.fresh(), cut, tried.fresh().steps(), 5)).traces());
    assertThat(parts).usingRecursiveComparison().isEqualTo(whole.traces());
  }

  /** The steps from one to another; the signal from a window on. */
  private static Input part(Input whole, int from, int to, int window) {
    SpikeRaster all = whole.spikes().getFirst();
    SpikeRaster spikes = new SpikeRaster(to - from, all.neurons());
    for (int t = from; t < to; t++) {
      for (int j = 0; j < all.neurons(); j++) {
        if (all.get(t, j)) {
          spikes.set(t - from, j);
        }
      }
    }
    Signal signal = whole.signal("the signal");
    double[][] values = new double[SignalledModel.WINDOWS - window][signal.width()];
    for (int w = 0; w < values.length; w++) {
      int at = window + w;
      Arrays.setAll(values[w], i -> signal.at(at, i));
    }
    return new Input(List.of(spikes), Map.of("the signal", Signal.perNeuron(values)));
  }

  @ParameterizedTest
  @CsvSource({
    "loihi2, false",
    "loihi2, true",
    "spinnaker1, false",
    "spinnaker1, true",
  })
  void imagesNameTheirSignals(String chip, boolean perNeuron) throws IOException {
    SignalledModel tried = SignalledModel.of(chip, "ndp-linear", perNeuron);
    ChipImage image = tried.image();
    Path file = folder.resolve("image");
    Files.write(file, ImageFile.bytes(image));

    assertThat(image.signals())
        .isEqualTo(Map.of("the signal", perNeuron ? SignalledModel.NEURONS : 1));
    assertThat(image.layers().getFirst().reset()).anyMatch(r -> r.contains("the signal"));
    assertThat(ImageFile.read(file)).isEqualTo(image);
  }

  @ParameterizedTest
  @CsvSource({
    "loihi2, false",
    "loihi2, true",
    "spinnaker1, false",
    "spinnaker1, true",
  })
  void signalsThatAreMistakenAreNamed(String chip, boolean perNeuron) {
    SignalledModel tried = SignalledModel.of(chip, "ndp-linear", perNeuron);
    Emulator emulator = tried.emulator();
    List<SpikeRaster> spikes = tried.fresh().spikes();
    Input mistyped = new Input(spikes, Map.of("the signle", Signal.of(1)));
    Input wide = new Input(spikes, Map.of("the signal", Signal.perNeuron(new double[1][7])));

    assertThatThrownBy(() -> emulator.run(mistyped))
        .hasMessage("Signal (the signle) is not one that the network reads, [the signal].");
    assertThatThrownBy(() -> emulator.run(wide))
        .hasMessage(
            "Signal the signal (7 values in a window) must have %s."
                .formatted(perNeuron ? "1 or 4" : "1"));
  }

  @ParameterizedTest
  @CsvSource({
    "loihi2, false",
    "loihi2, true",
    "spinnaker1, false",
    "spinnaker1, true",
  })
  void calibrationWithoutTheSignalWarns(String chip, boolean perNeuron) {
    SignalledModel tried = SignalledModel.of(chip, "ndp-linear", perNeuron);
    ChipImage image =
        tried.image(tried.episodes().stream().map(e -> new Input(e.spikes(), Map.of())).toList());

    assertThat(image.diagnostics())
        .anyMatch(d -> d.code().endsWith("-SIGNAL") && d.message().contains("the signal"));
    Emulator emulator = tried.emulator(image);
    assertThat(
            largest(
                emulator
                    .drive(
                        PlasticRunner.of(tried.model()).run(tried.fresh()).spikes(),
                        tried.fresh().signals())
                    .traces()))
        .isPositive();
  }
}
