package plastron.spinnaker.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.run.PlasticRunner;

/** Models compiled and run in the emulator, against the float simulator. */
class EmulationTest {

  private static final SpinnakerProfile PROFILE = new SpinnakerProfile();

  private static RateEstimator rates(String name) {
    return "boxcar".equals(name)
        ? new RateEstimator.Boxcar()
        : RateEstimator.ExponentialTrace.matching(SmallSpinnakerModels.INTERVAL);
  }

  private static ChipImage export(PlasticModel model) {
    List<SpikeRaster> examples =
        List.of(
            SmallSpinnakerModels.input(101, 400, model.graph().sizes()[0]),
            SmallSpinnakerModels.input(102, 400, model.graph().sizes()[0]));
    return ExportPipeline.to(PROFILE).run(model, Input.each(examples), ExportOptions.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "dp-linear,boxcar,1",
    "dp-linear,trace,1",
    "dp-linear,boxcar,0.2",
    "dp-oja,boxcar,1",
    "dp-oja-local,boxcar,1",
    "dp-oja-local,trace,0.7",
    "dp-oja-classic,boxcar,0.2",
    "dp-bcm,boxcar,1",
    "dp-bcm,boxcar,0.2",
    "dp-bcm,trace,0.2",
    "dp-bcm-classic,boxcar,0.2",
    "ndp-linear,boxcar,1",
    "ndp-linear,trace,0.2",
    "ndp-oja,boxcar,0.7",
    "ndp-oja-local,boxcar,1",
    "ndp-bcm,boxcar,0.2",
  })
  void tracesStayCloseToFloat(String rule, String estimator, double reference) {
    PlasticModel model = SmallSpinnakerModels.of(rule, rates(estimator), reference, 7, 20, 16, 4);
    ChipImage image = export(model);
    SpikeRaster input = SmallSpinnakerModels.input(5, 440, 20);
    Recording chip = PROFILE.emulator(image, true, image.seed()).run(input);
    Recording simulated = PlasticRunner.of(model).withTraces(true).run(input);

    assertThat(chip.traces()).hasSize(55);
    for (int l = 0; l < 2; l++) {
      List<double[][]> exact = FloatReplay.traces(model, l, chip.spikes());
      double error = 0;
      double largest = 0;
      for (int w = 0; w < exact.size(); w++) {
        error = Math.max(error, distance(chip.traces().get(w).get(l), exact.get(w)));
        largest =
            Math.max(
                largest,
                distance(new float[exact.get(w).length][exact.get(w)[0].length], exact.get(w)));
      }
      assertThat(error)
          .isLessThan(
              bound(
                  image.layers().get(l),
                  model.graph().projections().get(l).parameter("eta")[0][0]));
      assertThat(error).isLessThan(0.01 * largest);
      SpikeRaster spikes = chip.spikes().get(l + 1);
      assertThat(differences(spikes, simulated.spikes().get(l + 1)))
          .isLessThan(spikes.count(0, 440) / 10);
    }
    assertThat(
            chip.counters().entrySet().stream()
                .filter(c -> c.getKey().endsWith("wraps") || c.getKey().endsWith("ring")))
        .allMatch(c -> c.getValue() == 0);
  }

  /**
   * Specification of the export, section 2.3: every update rounds by up to 1.5 LSB of E, the decay
   * contracts by 1 - eta. A rounding of half an LSB in a factor counts as many LSBs of E as the
   * scales differ. Then alpha and the weight are rounded.
   */
  private static double bound(ImageLayer layer, double eta) {
    double factors = 0.5 * Math.scalb(1.0, Math.max(0, 15 - layer.integer32("shift_gain")));
    double alpha =
        Arrays.stream(layer.array("alpha").reals())
            .flatMapToDouble(Arrays::stream)
            .map(Math::abs)
            .max()
            .orElseThrow();
    double range = layer.integer("e_high") * layer.real("trace_lsb");
    return alpha * layer.real("trace_lsb") * (1.5 / eta + factors)
        + layer.array("alpha").scale().lsb() * range / 2
        + layer.real("weight_lsb") / 2;
  }

  private static double distance(float[][] a, double[][] b) {
    double distance = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        distance = Math.max(distance, Math.abs(a[i][j] - b[i][j]));
      }
    }
    return distance;
  }

  private static long differences(SpikeRaster a, SpikeRaster b) {
    long differ = 0;
    for (int t = 0; t < a.steps(); t++) {
      for (int n = 0; n < a.neurons(); n++) {
        differ += a.get(t, n) != b.get(t, n) ? 1 : 0;
      }
    }
    return differ;
  }

  @Test
  void withoutLearningTheWeightsStay() {
    PlasticModel model =
        SmallSpinnakerModels.of("ndp-bcm", new RateEstimator.Boxcar(), 0.2, 3, 20, 16, 4);
    ChipImage image = export(model);
    SpikeRaster input = SmallSpinnakerModels.input(5, 440, 20);
    Recording still = PROFILE.emulator(image, false, 1).run(input);
    Recording learning = PROFILE.emulator(image, true, 1).run(input);
    PlasticModel noShare =
        SmallSpinnakerModels.changed(
            model,
            layer -> {
              Map<String, double[][]> parameters = new HashMap<>(layer.parameters());
              double[][] alpha = layer.parameter("alpha");
              parameters.put("alpha", new double[alpha.length][alpha[0].length]);
              return layer.withParameters(parameters);
            });
    Recording fixed = PROFILE.emulator(export(noShare), true, 1).run(input);
    assertThat(still.traces())
        .hasSize(55)
        .allMatch(w -> w.stream().allMatch(EmulationTest::isZero));
    assertThat(fixed.traces()).allMatch(w -> w.stream().allMatch(EmulationTest::isZero));
    assertThat(learning.traces().getLast()).noneMatch(EmulationTest::isZero);
    // Another weight format, hence not bit for bit.
    assertThat(differences(still.spikes().get(1), fixed.spikes().get(1))).isLessThan(30);
    assertThat(learning.spikes()).isNotEqualTo(still.spikes());
  }

  private static boolean isZero(float[][] trace) {
    return Arrays.deepEquals(trace, new float[trace.length][trace[0].length]);
  }

  @Test
  void runsRepeat() {
    PlasticModel model =
        SmallSpinnakerModels.of("ndp-oja", new RateEstimator.Boxcar(), 0.7, 3, 20, 16, 4);
    ChipImage image = export(model);
    SpikeRaster input = SmallSpinnakerModels.input(5, 437, 20);
    Runner runner = PROFILE.emulator(image, true, 1);
    Recording first = runner.run(input);
    runner.run(input);
    runner.reset();
    Recording again = runner.run(input);
    assertThat(again.spikes()).isEqualTo(first.spikes());
    assertThat(again.counters()).isEqualTo(first.counters());
    for (int w = 0; w < first.traces().size(); w++) {
      for (int l = 0; l < 2; l++) {
        assertThat(again.traces().get(w).get(l)).isDeepEqualTo(first.traces().get(w).get(l));
      }
    }
    assertThat(export(model)).isEqualTo(image);
  }

  @Test
  void staticWeightsRunAsWell() {
    PlasticModel model =
        SmallSpinnakerModels.of("static", new RateEstimator.Boxcar(), 1, 3, 20, 16, 4);
    ChipImage image = export(model);
    SpikeRaster input = SmallSpinnakerModels.input(5, 440, 20);
    SpikeRaster chip = PROFILE.emulator(image, true, 1).run(input).spikes().get(1);
    assertThat(chip.count(0, 440)).isGreaterThan(500);
    assertThat(differences(chip, PlasticRunner.of(model).run(input).spikes().get(1)))
        .isLessThan(20);
    assertThat(
            new String(new LayoutFormat().write(image).getFirst().bytes(), StandardCharsets.UTF_8))
        .contains("\"ring_shift\"");
  }

  @Test
  void anotherPopulationModulates() {
    RuleOptions options =
        RuleOptions.paper().clippedAt(2).modulatedBy(new ModulatorSource.Layer(1));
    PlasticModel model =
        SmallSpinnakerModels.of(
            Catalogue.find("ndp-linear").orElseThrow(),
            options,
            new RateEstimator.Boxcar(),
            1,
            3,
            16,
            16,
            16);
    Recording chip =
        PROFILE.emulator(export(model), true, 1).run(SmallSpinnakerModels.input(5, 440, 16));
    for (int l = 0; l < 2; l++) {
      double[][] exact = FloatReplay.traces(model, l, chip.spikes()).getLast();
      assertThat(distance(chip.traces().getLast().get(l), exact)).isLessThan(2e-4);
      assertThat(distance(new float[16][16], exact)).isGreaterThan(2e-3);
    }
  }
}
