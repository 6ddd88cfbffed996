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
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.artifact.ImageFile;
import plastron.export.contract.ChangedImage;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.profile.Emulator;
import plastron.plasticity.run.PlasticRunner;

/** Images of rules that read signals, and their runs. */
class SignalledRunTest {

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

  /** A program that reads what the image does not name, or in another number, is not loaded. */
  @OnEveryChip
  void imagesThatLackTheirSignalsAreRefused(String chip, boolean perNeuron) {
    SignalledModel tried = SignalledModel.of(chip, "ndp-linear", perNeuron);
    ChipImage image = tried.image();

    assertThatThrownBy(
            () -> tried.emulator(ChangedImage.of(image).signals(new TreeMap<>()).image()))
        .isInstanceOf(BrokenImageException.class)
        .hasMessageContaining("(0) must be one of the image's 0");
    assertThatThrownBy(() -> tried.emulator(with(image, 3)))
        .isInstanceOf(BrokenImageException.class)
        .hasMessageContaining("(3 values) must have 1 or 4");
  }

  private static ChipImage with(ChipImage image, int values) {
    return ChangedImage.of(image)
        .signals(new TreeMap<>(Map.of(SignalledModel.SIGNAL, values)))
        .image();
  }

  @OnEveryChip
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

  @OnEveryChip
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

  @OnEveryChip
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

  @OnEveryChip
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

  @OnEveryChip
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
