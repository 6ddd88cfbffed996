package plastron.spinnaker.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;

/** What SpiNNaker refuses, and what it warns of. Long, because every diagnostic has its example. */
class RefusalsTest {

  private static final RateEstimator BOXCAR = new RateEstimator.Boxcar();

  private static ChipImage export(PlasticModel model) {
    return export(model, 1);
  }

  private static ChipImage export(PlasticModel model, int examples) {
    List<SpikeRaster> inputs =
        IntStream.rangeClosed(1, examples)
            .mapToObj(e -> SmallSpinnakerModels.input(e, 200, model.graph().sizes()[0]))
            .toList();
    return ExportPipeline.to(new SpinnakerProfile())
        .run(model, Input.each(inputs), ExportOptions.DEFAULT);
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
    return SmallSpinnakerModels.changed(
        SmallSpinnakerModels.of("dp-linear", BOXCAR, 1, 3, 6, 4),
        layer -> with(layer, parameter, value));
  }

  private static PlasticProjection with(PlasticProjection layer, String parameter, double value) {
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
    PlasticModel model = SmallSpinnakerModels.of("dp-linear", BOXCAR, 1, 3, 6, 4);
    return SmallSpinnakerModels.with(
        SmallSpinnakerModels.changed(
            model,
            p ->
                new PlasticProjection(
                    p.name(),
                    p.from(),
                    p.to(),
                    kernel,
                    p.delivery(),
                    p.place(),
                    latency,
                    p.rule(),
                    p.sources(),
                    p.parameters())),
        neuron);
  }

  private static List<String> codes(ChipImage image) {
    return image.diagnostics().stream().map(Diagnostic::code).distinct().toList();
  }

  /** The same with a share of the trace that lets small traces count. */
  private static PlasticModel strong(String parameter, double value) {
    return SmallSpinnakerModels.changed(
        linear(parameter, value), layer -> with(layer, "alpha", 1e4));
  }

  /** No learning rate from 0 to 1 is out of range: what rounds is said, what does nothing too. */
  @Test
  void learningRatesAreSharesAndRunWhateverTheirSize() {
    assertThat(codes(export(strong("eta", 1e-6)))).contains("S-ETA-ROUND");
    assertThat(codes(export(linear("eta", 0)))).contains("S-INERT").doesNotContain("S-STALL");
    assertThat(codes(export(linear("alpha", 0)))).contains("S-INERT");
    assertThat(codes(export(linear("eta", 0.999999)))).doesNotContain("S-INERT");
    assertThat(codes(export(linear("eta", 1)))).doesNotContain("S-INERT");
    assertThat(refusal(linear("eta", 1.5)))
        .isEqualTo(
            "S-ETA-RANGE layer layer1, rule dp-linear: the decay (eta = 1.5) must lie within 0 to"
                + " 1: a core takes a share (u0.16). Maybe bound it in training.");
  }

  @Test
  void weightsThatAreTooLarge() {
    assertThat(refusal(linear("W", 40_000)))
        .isEqualTo(
            "S-WEIGHT-RANGE layer layer1, rule dp-linear: weights need slots of 65400 (largest"
                + " weight 40000, expected sum 25400, half a burst 60000, alpha.E 2.3525e-05),"
                + " which must stay below 16384, the most a ring-buffer slot is scaled to. Maybe"
                + " divide weights, alpha, bias and threshold of the layer by 8.");
  }

  /** What the advice of {@link #weightsThatAreTooLarge} gives. */
  @Test
  void smallerWeightsAndThresholdFit() {
    PlasticModel divided =
        SmallSpinnakerModels.with(
            linear("W", 5000),
            new Neuron.Lif(1 / 8.0, Math.exp(-1 / 10.0), 0, Neuron.Reset.HARD, 0));
    assertThat(codes(export(divided))).doesNotContain("S-WEIGHT-RANGE");
  }

  private static Neuron.Lif lif(double theta, double bias) {
    return new Neuron.Lif(theta, 0.9, bias, Neuron.Reset.HARD, 0);
  }

  private static final Kernel EXPONENTIAL = new Kernel.Exponential(5);

  @Test
  void biasAndThresholdOutOfReachOfTheWeights() {
    assertThat(refusal(neuron(lif(1, 1e9), EXPONENTIAL, 1)))
        .isEqualTo(
            "S-VALUE-RANGE layer layer1, rule dp-linear: the bias leads to a potential of"
                + " 9.9994e+09, input to 55.160: beside weights in steps of 1.53e-05 a core"
                + " resolves neither. Maybe use a bias of at most 5.5164.");
    assertThat(codes(export(neuron(lif(1, 5.5164), EXPONENTIAL, 1)))).isNotEmpty();
    assertThat(refusal(neuron(lif(1e12, 0), EXPONENTIAL, 1)))
        .contains("the threshold is a potential of 1.0000e+12")
        .endsWith("Maybe use a threshold of at most 220.64.");
    assertThat(codes(export(neuron(lif(220.64, 0), EXPONENTIAL, 1)))).isNotEmpty();
    assertThat(refusal(neuron(lif(1e-9, 0), EXPONENTIAL, 1)))
        .isEqualTo(
            "S-THRESHOLD-ZERO layer layer1, rule dp-linear: the threshold (1.0000e-09) is below"
                + " 5.9605e-08, one step of voltages that inputs of 5.52 cannot wrap: a neuron"
                + " would fire in every step. Maybe use a threshold of at least 1.1921e-07.");
    assertThat(codes(export(neuron(lif(1.1921e-7, 0), EXPONENTIAL, 1)))).contains("S-THRESHOLD");
  }

  @Test
  void tracesThatNeverMove() {
    PlasticModel model =
        SmallSpinnakerModels.of(
            "dp-linear", new RateEstimator.ExponentialTrace(0.9999999), 1, 3, 6, 4);
    assertThat(refusal(model))
        .isEqualTo(
            "S-RATES layer layer1, rule dp-linear: the decay of rates (0.9999999 a step) rounds to"
                + " 65536/65536: a rate would never change. Maybe use a decay of at most 0.99999.");
    PlasticModel slower =
        SmallSpinnakerModels.of(
            "dp-linear", new RateEstimator.ExponentialTrace(0.99999), 1, 3, 6, 4);
    assertThat(codes(export(slower))).isNotEmpty();
  }

  @Test
  void referenceRatesFarFromOne() {
    assertThat(refusal(SmallSpinnakerModels.of("dp-linear", BOXCAR, 1e-12, 3, 6, 4)))
        .startsWith("S-RATE-RANGE layer layer1, rule dp-linear: the reference rate (1.0E-12) must");
    assertThat(refusal(SmallSpinnakerModels.of("dp-linear", BOXCAR, 1e9, 3, 6, 4)))
        .doesNotContain("S-RATE-RANGE");
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
    Neuron adaptive = new Neuron.AdaptiveLif(lif(1, 0), 0.5, 0.99);
    assertThat(refusal(neuron(adaptive, EXPONENTIAL, 1)))
        .isEqualTo(
            "S-ADAPTIVE layer layer1, rule dp-linear: neurons are adaptive-lif (theta = 1.0, tau_m"
                + " = 9.491, adaptation = 0.5, tau_a = 99.50), the chip runs lif-hard-reset. Maybe"
                + " train with --hardware spinnaker1.");
  }

  @Test
  void settingsAreNotIgnored() {
    PlasticModel model = SmallSpinnakerModels.of("dp-linear", BOXCAR, 1, 3, 6, 4);
    ExportOptions options = new ExportOptions(1, Map.of("speed", "fast"));
    ExportRefusedException refused =
        catchThrowableOfType(
            ExportRefusedException.class,
            () ->
                ExportPipeline.to(new SpinnakerProfile())
                    .run(
                        model,
                        Input.each(List.of(SmallSpinnakerModels.input(1, 200, 6))),
                        options));
    assertThat(refused.refusals()).extracting(Diagnostic::code).containsExactly("S-SETTING");
  }

  @Test
  void aLayerThatModulatesItselfStaysOnOneCore() {
    assertThat(refusal(SmallSpinnakerModels.of("ndp-linear", BOXCAR, 1, 3, 6, 130)))
        .startsWith(
            "S-CORE-ROW-WORDS layer layer1, rule ndp-linear: 130 neurons with 6 inputs each need"
                + " 263 words")
        .contains("may not be cut")
        .endsWith("Maybe make the layer smaller: 126 neurons fit.");
  }

  @Test
  void otherLayersAreCut() {
    assertThat(export(SmallSpinnakerModels.of("dp-linear", BOXCAR, 1, 3, 6, 130)).cores())
        .hasSize(2);
    assertThat(export(SmallSpinnakerModels.of("dp-oja", BOXCAR, 1, 3, 6, 126)).cores()).hasSize(1);
    assertThat(export(SmallSpinnakerModels.of("static", BOXCAR, 1, 3, 6, 250)).cores()).hasSize(1);
  }

  @Test
  void intervalsThatAreTooLong() {
    PlasticModel model = SmallSpinnakerModels.of("dp-linear", BOXCAR, 1, 3, 6, 4);
    PlasticGraph graph = model.graph();
    Clock clock = new Clock(70_000, BOXCAR, 1);
    PlasticModel slow =
        model.with(
            new PlasticGraph(
                graph.populations(), graph.projections(), List.of(), List.of(), clock));
    assertThat(refusal(slow)).contains("S-");
  }

  @Test
  void warnings() {
    assertThat(codes(export(strong("eta", 3e-5)))).contains("S-STALL", "S-ETA-ROUND");
    PlasticModel slow =
        SmallSpinnakerModels.changed(
            SmallSpinnakerModels.of("dp-linear", BOXCAR, 0.1, 3, 6, 4),
            layer -> with(layer, "alpha", 5e-3));
    assertThat(codes(export(slow))).contains("S-LSB");
    Neuron lazy = new Neuron.Lif(1, Math.exp(-1 / 3000.0), 0, Neuron.Reset.HARD, 0);
    assertThat(codes(export(neuron(lazy, new Kernel.Exponential(2000), 1))))
        .contains("S-TAU", "S-THRESHOLD");
  }

  @Test
  void aSoundModelIsNotWarnedOf() {
    assertThat(codes(export(SmallSpinnakerModels.of("dp-linear", BOXCAR, 1, 3, 20, 16, 4), 8)))
        .containsOnly("S-SCALE", "S-ROUNDED");
  }
}
