package plastron.tasks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.network.DelayPlace;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.artifact.ImageFile;
import plastron.export.contract.ChipContract;
import plastron.export.contract.ContractCase;
import plastron.export.contract.ContractResult;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.Emulator;
import plastron.export.profile.HardwareForm;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.run.PlasticRunner;

/**
 * Rules that read signals, on every chip that takes them: a reward for all neurons, or an error for
 * each.
 */
class SignalsOnChipsTest {

  private static final int INPUTS = 8;
  private static final int NEURONS = 4;
  private static final int WINDOWS = 20;
  private static final int CALIBRATION = 12;

  @TempDir Path folder;

  private record Tried(ChipProfile<?, ?> chip, PlasticModel model, List<Input> episodes) {

    static Tried of(String name, String rule, boolean perNeuron) {
      ChipProfile<?, ?> chip = ChipProfiles.named(name);
      PlasticModel model = modelOf(rule(rule, perNeuron), chip.form());
      SplittableRandom random = new SplittableRandom(7);
      List<Input> episodes = new ArrayList<>();
      for (int e = 0; e < CALIBRATION + 4; e++) {
        episodes.add(episode(model.graph(), perNeuron ? NEURONS : 1, random));
      }
      return new Tried(chip, model, episodes);
    }

    ChipImage image(List<Input> calibration) {
      return ExportPipeline.to(chip).run(model, calibration, ExportOptions.DEFAULT).image();
    }

    ChipImage image() {
      return image(episodes.subList(0, CALIBRATION));
    }

    Input fresh() {
      return episodes.getLast();
    }
  }

  private static PlasticityRule rule(String name, boolean perNeuron) {
    ModulatorSource outside =
        perNeuron ? new ModulatorSource.ExternalVector() : new ModulatorSource.ExternalScalar();
    return Catalogue.find(name)
        .orElseThrow()
        .build(RuleOptions.paper().clippedAt(4).modulatedBy(outside));
  }

  private static PlasticModel modelOf(PlasticityRule rule, HardwareForm form) {
    SplittableRandom random = new SplittableRandom(3);
    int interval = form.updateInterval(8);
    Population in = new Population("in", INPUTS, new Neuron.SpikeSource());
    Population out = new Population("out", NEURONS, form.neuron(1, 5));
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      parameters.put(symbol.name(), parameter(symbol, random));
    }
    PlasticProjection projection =
        new PlasticProjection(
            "in > out",
            "in",
            "out",
            form.kernel(5),
            form.delivery(),
            DelayPlace.DENDRITE,
            form.latency(),
            rule,
            Map.of("M", "the signal"),
            parameters);
    Clock clock = new Clock(interval, form.rates(interval), 0.5);
    return new PlasticModel(
        "told",
        new PlasticGraph(List.of(in, out), List.of(projection), List.of(), List.of(), clock),
        Map.of());
  }

  private static double[][] parameter(Symbol symbol, RandomGenerator random) {
    int rows = symbol.axis() == Axis.SYNAPSE ? INPUTS : 1;
    int columns = symbol.axis() == Axis.GLOBAL ? 1 : symbol.axis() == Axis.PRE ? INPUTS : NEURONS;
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(
          row,
          i ->
              switch (symbol.name()) {
                case "eta" -> 0.125;
                case "eta_e" -> 0.25;
                case "eta_phi" -> 0.2;
                case "W" -> 0.1 + 0.08 * random.nextGaussian();
                default -> 0.05 * random.nextGaussian();
              });
    }
    return values;
  }

  private static Input episode(PlasticGraph graph, int width, RandomGenerator random) {
    SpikeRaster spikes = new SpikeRaster(WINDOWS * graph.clock().updateInterval(), INPUTS);
    for (int t = 0; t < spikes.steps(); t++) {
      for (int j = 0; j < INPUTS; j++) {
        if (random.nextDouble() < (j % 2 == 0 ? 0.35 : 0.15)) {
          spikes.set(t, j);
        }
      }
    }
    double[][] values = new double[WINDOWS][width];
    for (double[] window : values) {
      Arrays.setAll(window, i -> 2 * random.nextDouble() - 0.8);
    }
    return new Input(List.of(spikes), Map.of("the signal", Signal.perNeuron(values)));
  }

  private static Emulator emulator(ChipProfile<?, ?> chip, ChipImage image) {
    return chip.emulator(image, true, 1);
  }

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
    Tried tried = Tried.of(chip, rule, perNeuron);
    ContractCase given =
        new ContractCase(
            rule,
            List.of(),
            tried.model(),
            tried.episodes().subList(0, CALIBRATION),
            tried.episodes().subList(CALIBRATION, tried.episodes().size()));

    ContractResult result = ChipContract.of(tried.chip()).check(given);

    assertThat(result.refusals()).isEmpty();
    assertThat(result.violations()).isEmpty();
    assertThat(tried.image().diagnostics()).noneMatch(d -> d.code().endsWith("-UNSTATED"));
    assertThat(result.fullScale()).isPositive();
    assertThat(result.measured()).isBetween(1e-9, 0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "loihi2, false",
    "loihi2, true",
    "spinnaker1, false",
    "spinnaker1, true",
  })
  void withoutTheSignalNothingIsLearned(String chip, boolean perNeuron) {
    Tried tried = Tried.of(chip, "ndp-linear", perNeuron);
    Emulator emulator = emulator(tried.chip(), tried.image());
    List<SpikeRaster> spikes = PlasticRunner.of(tried.model()).run(tried.fresh()).spikes();
    Signal zeros = Signal.perNeuron(new double[WINDOWS][perNeuron ? NEURONS : 1]);

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
    Tried tried = Tried.of(chip, "ndp-linear", perNeuron);
    Emulator emulator = emulator(tried.chip(), tried.image());
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
    double[][] values = new double[WINDOWS - window][signal.width()];
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
    Tried tried = Tried.of(chip, "ndp-linear", perNeuron);
    ChipImage image = tried.image();
    Path file = folder.resolve("image");
    Files.write(file, ImageFile.bytes(image));

    assertThat(image.signals()).isEqualTo(Map.of("the signal", perNeuron ? NEURONS : 1));
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
    Tried tried = Tried.of(chip, "ndp-linear", perNeuron);
    Emulator emulator = emulator(tried.chip(), tried.image());
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
    Tried tried = Tried.of(chip, "ndp-linear", perNeuron);
    ChipImage image =
        tried.image(tried.episodes().stream().map(e -> new Input(e.spikes(), Map.of())).toList());

    assertThat(image.diagnostics())
        .anyMatch(d -> d.code().endsWith("-SIGNAL") && d.message().contains("the signal"));
    Emulator emulator = emulator(tried.chip(), image);
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
