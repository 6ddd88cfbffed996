package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/** A refusal names its cause, and who does as it says gets past it. */
class FollowedAdviceTest {

  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(3, 160, 12, 1);

  private static List<Diagnostic> refusals(PlasticModel model) {
    try {
      image(model);
      return List.of();
    } catch (ExportRefusedException e) {
      return e.refusals();
    }
  }

  private static ChipImage image(PlasticModel model) {
    return ExportPipeline.to(new Loihi2()).run(model, Input.each(EXAMPLES), ExportOptions.DEFAULT);
  }

  private static PlasticModel scaled(PlasticModel model, String parameter, double factor) {
    PlasticProjection layer = model.graph().projections().getFirst();
    double[][] values = layer.parameter(parameter);
    double[][] changed = new double[values.length][];
    for (int j = 0; j < values.length; j++) {
      changed[j] = values[j].clone();
      for (int i = 0; i < changed[j].length; i++) {
        changed[j][i] *= factor;
      }
    }
    Map<String, double[][]> parameters = new HashMap<>(layer.parameters());
    parameters.put(parameter, changed);
    return model.withProjections(List.of(layer.withParameters(parameters)));
  }

  private static PlasticModel with(PlasticModel model, UnaryOperator<Neuron.Lif> change) {
    return DrawnModels.with(model, neuron -> change.apply((Neuron.Lif) neuron));
  }

  /** The number in the way out of the only refusal, which has this code. */
  private static double advised(PlasticModel model, String code, String pattern) {
    List<Diagnostic> refusals = refusals(model);
    assertThat(refusals).extracting(Diagnostic::code).containsOnly(code);
    Matcher matcher = Pattern.compile(pattern).matcher(refusals.getFirst().wayOut());
    assertThat(matcher.find()).as(refusals.getFirst().wayOut()).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private static void isPast(PlasticModel model, String code) {
    assertThat(refusals(model)).extracting(Diagnostic::code).doesNotContain(code);
  }

  @ParameterizedTest
  @CsvSource({"dp-linear, 1e-6", "ndp-linear, 1e-6", "dp-linear, 1e-9"})
  void aRateThatIsTooSmallIsTheCauseAndSaidToBe(String rule, double eta) {
    PlasticModel model = DrawnModels.model(rule, 8, eta, 5, 12, 8);
    double rate = advised(model, "L-ETA-RANGE", "eta = ([0-9.e-]+[0-9])");
    isPast(DrawnModels.model(rule, 8, rate, 5, 12, 8), "L-ETA-RANGE");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-9})
  void plasticWeightsBelowOneStepSayHowMuchLarger(double share) {
    PlasticModel model = scaled(DrawnModels.model("dp-linear", 8, 0.125, 5, 12, 8), "alpha", share);
    double factor = advised(model, "L-WEIGHT-SCALE", "alpha ([0-9.e+]+) times");
    isPast(scaled(model, "alpha", factor), "L-WEIGHT-SCALE");
  }

  @Test
  void aThresholdBelowTheStepsOfCurrentsSaysWhichIsNot() {
    PlasticModel model =
        with(
            DrawnModels.model("dp-linear", 8, 0.125, 5, 12, 8),
            lif -> new Neuron.Lif(1e-6, lif.decay().uniform(), 0, lif.reset(), 0));
    double theta = advised(model, "L-U-OVF", "at least ([0-9.e-]+[0-9])");
    isPast(
        with(model, lif -> new Neuron.Lif(theta, lif.decay().uniform(), 0, lif.reset(), 0)),
        "L-U-OVF");
  }

  @Test
  void aMembraneThatForgetsAtOnceKeepsItsTwelveBits() {
    PlasticModel model =
        with(
            DrawnModels.model("ndp-linear", 8, 0.125, 5, 12, 8),
            lif -> new Neuron.Lif(lif.theta().uniform(), Math.exp(-10), 0, lif.reset(), 0));
    assertThat(image(model).layers().getFirst().integer("dv")).isEqualTo(4095);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dp-linear", "ndp-linear", "ndp-oja"})
  void aRuleThatNeverActsIsNoReasonToRefuse(String rule) {
    PlasticModel model = DrawnModels.model(rule, 256, 0.125, 5, 12, 8);
    assertThat(image(model).diagnostics())
        .extracting(Diagnostic::code)
        .anyMatch(code -> code.endsWith("-UNSTATED") || code.endsWith("-CALIBRATION"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha", "eta"})
  void aRuleThatChangesNothingIsStatic(String zero) {
    ChipImage image = image(scaled(DrawnModels.model("ndp-oja", 8, 0.125, 5, 12, 8), zero, 0));
    assertThat(image.layers().getFirst().program()).isEmpty();
    assertThat(image.diagnostics()).extracting(Diagnostic::code).contains("L-STILL");
  }
}
