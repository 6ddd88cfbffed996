package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.OutputFile;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.Emulator;
import plastron.export.stage.ExportOptions;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.Variable;
import plastron.loihi.run.ImageKeys;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/**
 * Random models, compiled and run in the emulator beside the float simulator. Long, because all
 * examples are asked of the same models and the same comparison.
 */
class CompiledRunTest {

  private static final int STEPS = 320;
  private static final int[] SIZES = {20, 12, 4};

  /** As many as it takes to say something of other inputs: with fewer, ranges get more room. */
  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(16, STEPS, SIZES[0], 1);

  private static final List<SpikeRaster> INPUTS = DrawnModels.inputs(4, STEPS, SIZES[0], 2);

  private static <R, P> ChipImage export(ChipProfile<R, P> profile, PlasticModel model) {
    return ExportPipeline.to(profile, PlasticRunner::of)
        .run(model, Input.each(EXAMPLES), ExportOptions.DEFAULT);
  }

  private static ChipImage export(String chip, PlasticModel model) {
    return export(ChipProfiles.named(chip), model);
  }

  private static Emulator emulator(ChipImage image, boolean learning, long seed) {
    return ChipProfiles.named(image.profile()).emulator(image, learning, seed);
  }

  /** Bounds lie above what was measured for these models, by half to a factor of three. */
  @ParameterizedTest
  @CsvSource({
    "loihi1, dp-linear, 0.125, 0.015, 0.99",
    "loihi1, dp-oja-local, 0.125, 0.02, 0.98",
    "loihi1, dp-oja-classic, 0.125, 0.02, 0.98",
    "loihi1, dp-bcm, 0.125, 0.04, 0.90",
    "loihi2, dp-linear, 0.05, 0.015, 0.99",
    "loihi2, dp-bcm, 0.0625, 0.04, 0.90",
    "loihi2, dp-oja, 0.05, 0.03, 0.95",
    "loihi2, dp-bcm-classic, 0.125, 0.02, 0.98",
    "loihi2, ndp-linear, 0.125, 0.03, 0.95",
    "loihi2, ndp-oja, 0.05, 0.04, 0.90",
    "loihi2, ndp-oja-local, 0.125, 0.03, 0.95",
    "loihi2, ndp-bcm, 0.125, 0.05, 0.90",
  })
  void tracesFollowTheFloatModel(
      String chip, String rule, double eta, double error, double correlation) {
    PlasticModel model = DrawnModels.model(rule, 8, eta, 5, SIZES);
    ChipImage image = export(chip, model);

    Agreement agreement =
        Agreement.of(PlasticRunner.of(model).withTraces(true), emulator(image, true, 1), INPUTS);

    assertThat(agreement.traceError()).as(agreement.toString()).isLessThan(error);
    assertThat(agreement.correlation()).as(agreement.toString()).isGreaterThan(correlation);
    assertThat(agreement.sameSpikes()).as(agreement.toString()).isGreaterThan(0.7);
    assertThat(agreement.spikeRatio()).as(agreement.toString()).isBetween(0.9, 1.1);
  }

  /** What diagnostics say of an array, what its integers are and what they stand for. */
  @ParameterizedTest
  @CsvSource({"loihi1, dp-bcm, 0.125", "loihi2, dp-bcm, 0.0625", "loihi2, ndp-oja, 0.05"})
  void aStepThatIsPrintedIsTheStepThatIsUsed(String chip, String rule, double eta) {
    PlasticModel model = DrawnModels.model(rule, 8, eta, 5, SIZES);
    ChipImage image = export(chip, model);
    for (int l = 0; l < image.layers().size(); l++) {
      ImageLayer layer = image.layers().get(l);
      for (QuantizedArray array : layer.arrays()) {
        String step = String.format(Locale.ROOT, "steps of %.4g:", array.scale().step());
        String subject = "layer %s, %s".formatted(layer.name(), array.name());
        assertThat(image.diagnostics())
            .filteredOn(d -> d.subject().equals(subject))
            .isNotEmpty()
            .allMatch(d -> d.message().contains(step));
        for (int[] row : array.values()) {
          for (int value : row) {
            assertThat((value - array.scale().zero()) % array.scale().stride()).isZero();
          }
        }
      }
      double[][] wanted = model.graph().projections().get(l).parameter("W");
      QuantizedArray fixed = layer.array("w_static");
      double[][] found = fixed.reals();
      for (int j = 0; j < wanted.length; j++) {
        for (int i = 0; i < wanted[j].length; i++) {
          assertThat(Math.abs(found[j][i] - wanted[j][i]))
              .isLessThanOrEqualTo(fixed.scale().step() * 0.5000001);
        }
      }
    }
  }

  @Test
  void eligibilityLivesInTheDelayVariable() {
    PlasticModel model = DrawnModels.model("ndp-elig", 8, 0.25, 5, SIZES);
    ChipImage image = export("loihi2", model);

    Agreement agreement =
        Agreement.of(PlasticRunner.of(model).withTraces(true), emulator(image, true, 1), INPUTS);

    assertThat(agreement.traceError()).as(agreement.toString()).isLessThan(0.08);
    assertThat(agreement.correlation()).as(agreement.toString()).isGreaterThan(0.85);
    assertThat(image.layers().getFirst().reset()).contains("delay");
  }

  @ParameterizedTest
  @CsvSource({"loihi1, dp-linear", "loihi2, ndp-oja"})
  void withoutLearningOnlyStaticWeightsAct(String chip, String rule) {
    PlasticModel model = DrawnModels.model(rule, 8, 0.05, 5, SIZES);
    Runner still = emulator(export(chip, model), false, 1);

    Agreement agreement =
        Agreement.of(PlasticRunner.of(model).withLearning(false).withTraces(true), still, INPUTS);

    assertThat(agreement.sameSpikes()).isGreaterThan(0.8);
    assertThat(agreement.spikeRatio()).isBetween(0.95, 1.05);
    still.reset();
    still
        .run(INPUTS.getFirst())
        .traces()
        .forEach(
            window ->
                window.forEach(
                    layer ->
                        assertThat(
                                Arrays.deepEquals(layer, new float[layer.length][layer[0].length]))
                            .isTrue()));
  }

  private static String last(Recording recording) {
    return Arrays.deepToString(recording.traces().getLast().getFirst());
  }

  @Test
  void anEpisodeDependsOnSeedAndInputAlone() {
    ChipImage image = export("loihi2", DrawnModels.model("ndp-bcm", 8, 0.125, 5, SIZES));
    Emulator runner = emulator(image, true, 7);
    runner.reset();
    Recording first = runner.run(INPUTS.get(0));
    runner.reset();
    runner.run(INPUTS.get(1));
    runner.reset();
    Recording again = runner.run(INPUTS.get(0));
    Runner other = emulator(image, true, 8);
    other.reset();

    assertThat(again.spikes()).isEqualTo(first.spikes());
    assertThat(last(again)).isEqualTo(last(first));
    assertThat(last(other.run(INPUTS.get(0)))).isNotEqualTo(last(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndp-bcm", "ndp-elig"})
  void anotherSeedIsAsGoodAsAnotherEmulator(String rule) {
    ChipImage image = export("loihi2", DrawnModels.model(rule, 8, 0.125, 5, SIZES));
    Emulator used = emulator(image, true, 7);
    used.run(INPUTS.get(0));
    for (long seed = 8; seed < 10; seed++) {
      used.reset(seed);
      Recording again = used.run(INPUTS.get(1));
      Recording fresh = emulator(image, true, seed).run(INPUTS.get(1));
      assertThat(again.spikes()).isEqualTo(fresh.spikes());
      assertThat(again.counters()).isEqualTo(fresh.counters());
      assertThat(last(again)).isEqualTo(last(fresh));
      used.reset();
      assertThat(last(used.run(INPUTS.get(1)))).isEqualTo(last(fresh));
    }
  }

  @Test
  void runsGoOnWhereTheLastOneEnded() {
    ChipImage image = export("loihi2", DrawnModels.model("ndp-linear", 8, 0.125, 5, SIZES));
    SpikeRaster whole = INPUTS.getFirst();
    SpikeRaster head = new SpikeRaster(101, SIZES[0]);
    SpikeRaster tail = new SpikeRaster(STEPS - 101, SIZES[0]);
    for (int t = 0; t < STEPS; t++) {
      for (int j = 0; j < SIZES[0]; j++) {
        if (whole.get(t, j)) {
          (t < 101 ? head : tail).set(t < 101 ? t : t - 101, j);
        }
      }
    }
    Runner runner = emulator(image, true, 1);
    runner.reset();
    Recording once = runner.run(whole);
    runner.reset();
    Recording first = runner.run(head);
    Recording second = runner.run(tail);

    assertThat(first.traces().size() + second.traces().size()).isEqualTo(once.traces().size());
    assertThat(last(second)).isEqualTo(last(once));
  }

  @Test
  void refusalsAreAllReportedAtOnce() {
    assertThatThrownBy(() -> export("loihi1", DrawnModels.model("ndp-oja", 8, 0.05, 5, SIZES)))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageContaining("L-OJA-NONLOCAL layer layer1, rule ndp-oja:")
        .hasMessageContaining("L-MOD-PERNEURON layer layer2, rule ndp-oja:");
  }

  @Test
  void neuronsThatAdaptAreRefusedByName() {
    Neuron.Lif lif = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0);
    Neuron adaptive = new Neuron.AdaptiveLif(lif, 0.5, 0.99);
    PlasticModel model = DrawnModels.model("static", 8, 0.125, 5, SIZES);
    PlasticModel adapts = DrawnModels.with(model, neuron -> adaptive);
    for (String chip : List.of("loihi1", "loihi2")) {
      assertThatThrownBy(() -> export(chip, adapts))
          .isInstanceOf(ExportRefusedException.class)
          .hasMessageContaining("L-ADAPTIVE layer layer1, rule static: neurons are adaptive-lif")
          .hasMessageContaining(
              "the chip runs lif-hard-reset. Maybe train with --hardware " + chip);
    }
  }

  @Test
  void unknownSettingsAreRefused() {
    PlasticModel model = DrawnModels.model("dp-linear", 8, 0.125, 5, SIZES);
    assertThatThrownBy(
            () ->
                ExportPipeline.to(new Loihi2(), PlasticRunner::of)
                    .run(model, Input.each(EXAMPLES), new ExportOptions(1, Map.of("turbo", "on"))))
        .hasMessageContaining("L-SETTING")
        .hasMessageContaining("(turbo)");
  }

  @Test
  void tinyLearningRatesAreRefusedWithANearestOne() {
    assertThatThrownBy(() -> export("loihi1", DrawnModels.model("dp-linear", 8, 0.0001, 5, SIZES)))
        .hasMessageContaining("L-ETA-RANGE")
        .hasMessageContaining("Maybe train with eta = 0.000244141.");
  }

  @Test
  void divergingModelsAreRefused() {
    assertThatThrownBy(() -> export("loihi2", DrawnModels.model("dp-oja", 8, 1, 5, 20, 64, 2)))
        .hasMessageContaining("L-DIVERGES");
  }

  @Test
  void oddIntervalsTakeLongEpochs() {
    ChipImage image = export("loihi1", DrawnModels.model("dp-linear", 24, 0.125, 5, SIZES));

    assertThat(image.layers().getFirst().integer("t_epoch")).isEqualTo(3);
    assertThat(image.diagnostics())
        .extracting(Diagnostic::code)
        .contains("L-EPOCH", "L-TRACE", "L-STEP", "L-MEMBRANE");
  }

  @Test
  void registersCarryRulesAndResetList() {
    ChipImage image = export("loihi1", DrawnModels.model("dp-linear", 8, 0.125, 5, SIZES));
    OutputFile file = new RegisterFormat().write(image).getFirst();
    String json = new String(file.bytes(), StandardCharsets.UTF_8);

    assertThat(file.name()).isEqualTo("registers.json");
    assertThat(json)
        .contains("plastic dw = -4*2^-5*u3*w + ", "\"w_plastic\"", "\"weights\"", "\"t_epoch\"");
    assertThat(json)
        .containsPattern("\\{\\s*\"limit\": [^\\n]*,\\s*\"used\": \\d+,\\s*\"total\": \\d+\\s*\\}");
  }

  /** 0.1 is no m*2^-e: a spare variable makes it 0.1 to a per cent, and the report says so. */
  @Test
  void theReportSaysWhatIsUsed() {
    ChipImage image = export("loihi1", DrawnModels.model("dp-linear", 24, 0.1, 5, SIZES));
    Diagnostic used =
        image.diagnostics().stream()
            .filter(d -> d.code().equals("L-USED"))
            .findFirst()
            .orElseThrow();
    assertThat(used.message()).startsWith("the chip updates every 24 steps, with eta = ");
    Matcher numbers =
        Pattern.compile("eta = ([0-9.e-]+) for 0.100000 in term \\(-eta.E\\)")
            .matcher(used.message());
    assertThat(numbers.find()).as(used.message()).isTrue();
    double eta = Double.parseDouble(numbers.group(1));
    assertThat(eta).isCloseTo(0.1, Percentage.withPercentage(1)).isNotEqualTo(0.1);
    double decay = 0;
    for (Product product :
        MicrocodeRule.parse(
                Optional.of(
                    image
                        .layers()
                        .getFirst()
                        .program()
                        .getFirst()
                        .substring(ImageKeys.PLASTIC_DW.length())),
                Optional.empty(),
                Optional.empty())
            .dw()
            .orElseThrow()
            .products()) {
      if (!product.factors().isEmpty() && product.factors().getFirst().variable() == Variable.W) {
        double constant =
            product.factors().size() == 1
                ? 1
                : product.factors().get(1).constant().orElseThrow()
                    * Math.scalb(1.0, -LearningScale.shiftLava(product.factorBits()));
        decay -= Math.scalb((double) product.mantissa(), product.exponent()) * constant;
      }
    }
    assertThat(eta).isCloseTo(decay, Percentage.withPercentage(0.01));
  }
}
