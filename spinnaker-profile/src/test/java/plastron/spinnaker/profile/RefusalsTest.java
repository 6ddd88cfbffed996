package plastron.spinnaker.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticLayer;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;

/** What SpiNNaker refuses, and what it warns of. */
class RefusalsTest {

  private static final RateEstimator BOXCAR = new RateEstimator.Boxcar();

  private static ChipImage export(PlasticModel model) {
    return ExportPipeline.to(new SpinnakerProfile())
        .run(model, List.of(SmallModels.input(1, 200, model.inputs())), ExportOptions.DEFAULT)
        .image();
  }

  private static String refusal(PlasticModel model) {
    return catchThrowableOfType(ExportRefusedException.class, () -> export(model))
        .refusals()
        .stream()
        .map(Diagnostic::toString)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static PlasticModel linear(String parameter, double value) {
    return SmallModels.changed(
        SmallModels.of("dp-linear", BOXCAR, 1, 3, 6, 4), layer -> with(layer, parameter, value));
  }

  private static PlasticLayer with(PlasticLayer layer, String parameter, double value) {
    Map<String, double[][]> parameters = new HashMap<>(layer.parameters());
    double[][] filled =
        new double[layer.parameter(parameter).length][layer.parameter(parameter)[0].length];
    for (double[] row : filled) {
      Arrays.fill(row, value);
    }
    parameters.put(parameter, filled);
    return layer.withParameters(parameters);
  }

  private static PlasticModel neuron(Neuron neuron, Kernel kernel, int latency) {
    return SmallModels.changed(
        SmallModels.of("dp-linear", BOXCAR, 1, 3, 6, 4),
        layer ->
            new PlasticLayer(
                layer.name(),
                layer.size(),
                neuron,
                kernel,
                Delivery.ARRIVAL,
                latency,
                layer.family(),
                layer.options(),
                layer.parameters()));
  }

  private static List<String> codes(ChipImage image) {
    return image.diagnostics().stream().map(Diagnostic::code).distinct().toList();
  }

  @Test
  void learningRatesThatRoundAway() {
    assertThat(refusal(linear("eta", 1e-6)))
        .isEqualTo(
            "S-ETA-ZERO layer layer1, rule dp-linear: eta (eta = 1.0E-6) rounds to 0/65536: E would"
                + " never change. Maybe use the rule static, or an eta of at least 8e-6.");
    assertThat(refusal(linear("eta", 0.999999)))
        .isEqualTo(
            "S-ETA-ONE layer layer1, rule dp-linear: eta (eta = 0.999999) rounds to 65536/65536: E"
                + " would never remember. Maybe use an eta of at most 0.99999.");
    assertThat(refusal(linear("eta", 1.5)))
        .startsWith("S-ETA-RANGE layer layer1, rule dp-linear: eta (eta = 1.5)");
  }

  @Test
  void weightsThatAreTooLarge() {
    assertThat(refusal(linear("W", 40_000)))
        .startsWith("S-WEIGHT-RANGE layer layer1, rule dp-linear: weights up to 4");
  }

  @Test
  void numbersThatNoFormatHolds() {
    Neuron biased = new Neuron.Lif(1, 0.9, 1e9, Neuron.Reset.HARD, 0);
    assertThat(refusal(neuron(biased, new Kernel.Exponential(5), 1)))
        .isEqualTo(
            "S-VALUE-RANGE layer layer1, rule dp-linear: a number of the layer fits no format of"
                + " the core: c_m (902182.8478990957) must lie within [-65536, 65536) for s16.15."
                + " Maybe scale weights, bias and threshold of the layer together, or bound the"
                + " parameter in training.");
  }

  @Test
  void timeConstantsThatDoNotDecay() {
    Neuron integrator = new Neuron.Lif(1, 1, 0, Neuron.Reset.HARD, 0);
    assertThat(refusal(neuron(integrator, new Kernel.Exponential(5), 1)))
        .isEqualTo(
            "S-TAU layer layer1, rule dp-linear: the membrane time constant (Infinity steps, decay"
                + " 1.0) must be at most 32767.0: the core rounds dt/tau to 2^-15. Maybe train with"
                + " a decay of at most 0.9999.");
    Neuron leaky = new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0);
    assertThat(refusal(neuron(leaky, new Kernel.Exponential(40_000), 1)))
        .contains("S-TAU", "synaptic");
  }

  @Test
  void neuronsAndDelaysThatTheKernelDoesNotHave() {
    Neuron soft = new Neuron.Lif(1, 0.9, 0, Neuron.Reset.SUBTRACT_THRESHOLD, 0);
    assertThat(refusal(neuron(soft, new Kernel.Alpha(5), 2)))
        .contains("S-RESET", "S-SRM", "S-LATENCY");
  }

  @Test
  void settingsAreNotIgnored() {
    PlasticModel model = SmallModels.of("dp-linear", BOXCAR, 1, 3, 6, 4);
    ExportOptions options = new ExportOptions(1, Map.of("speed", "fast"));
    ExportRefusedException refused =
        catchThrowableOfType(
            ExportRefusedException.class,
            () ->
                ExportPipeline.to(new SpinnakerProfile())
                    .run(model, List.of(SmallModels.input(1, 200, 6)), options));
    assertThat(refused.refusals()).extracting(Diagnostic::code).containsExactly("S-SETTING");
  }

  @Test
  void aLayerThatModulatesItselfStaysOnOneCore() {
    assertThat(refusal(SmallModels.of("ndp-linear", BOXCAR, 1, 3, 6, 130)))
        .startsWith(
            "S-CORE-ROW-WORDS layer layer1, rule ndp-linear: 130 neurons with 6 inputs each need"
                + " 263 words")
        .contains("may not be cut")
        .endsWith("Maybe make the layer smaller: 126 neurons fit.");
  }

  @Test
  void otherLayersAreCut() {
    assertThat(export(SmallModels.of("dp-linear", BOXCAR, 1, 3, 6, 130)).cores()).hasSize(2);
    assertThat(export(SmallModels.of("dp-oja", BOXCAR, 1, 3, 6, 126)).cores()).hasSize(1);
    assertThat(export(SmallModels.of("static", BOXCAR, 1, 3, 6, 250)).cores()).hasSize(1);
  }

  @Test
  void intervalsThatAreTooLong() {
    PlasticModel model = SmallModels.of("dp-linear", BOXCAR, 1, 3, 6, 4);
    PlasticModel slow =
        new PlasticModel(model.name(), 6, model.layers(), 70_000, BOXCAR, 1, model.provenance());
    assertThat(refusal(slow)).contains("S-");
  }

  @Test
  void warnings() {
    assertThat(codes(export(linear("eta", 3e-5)))).contains("S-STALL", "S-ETA-ROUND");
    assertThat(codes(export(linear("alpha", 1e-4)))).contains("S-LSB");
    Neuron slow = new Neuron.Lif(1, Math.exp(-1 / 3000.0), 0, Neuron.Reset.HARD, 0);
    assertThat(codes(export(neuron(slow, new Kernel.Exponential(2000), 1))))
        .contains("S-TAU", "S-THRESHOLD");
  }

  @Test
  void aSoundModelIsNotWarnedOf() {
    assertThat(codes(export(SmallModels.of("dp-linear", BOXCAR, 1, 3, 20, 16, 4))))
        .containsOnly("S-SCALE", "S-ROUNDED");
  }
}
