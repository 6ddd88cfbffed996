package plastron.export.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.diagnostic.Severity;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.ValidLayer;
import plastron.export.stage.ValidModel;
import plastron.export.toy.ToyModels;
import plastron.export.toy.ToyProfile;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.module.ModuleBuilder;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.rule.SignalDrive;

class ValidateModelTest {

  private final Diagnostics diagnostics = new Diagnostics();

  private ValidModel validate(PlasticModel model) {
    return ValidateModel.validate(model, new ToyProfile(), ExportOptions.DEFAULT, diagnostics);
  }

  private List<String> refusals(PlasticModel model) {
    return catchThrowableOfType(ExportRefusedException.class, () -> validate(model))
        .refusals()
        .stream()
        .map(Diagnostic::code)
        .toList();
  }

  @Test
  void aModelInFormIsLeftAlone() {
    PlasticModel model = ToyModels.inForm(3, 2, "dp-linear");
    ValidModel valid = validate(model);
    assertThat(valid.model().graph().projections()).isEqualTo(model.graph().projections());
    assertThat(valid.model().graph().clock()).isEqualTo(model.graph().clock());
    assertThat(diagnostics.all()).isEmpty();
    assertThat(valid.outline().populations()).containsExactly("input", "layer1");
    assertThat(valid.layers().getFirst().currentDecay()).isEqualTo(Math.exp(-1.0 / 3));
  }

  @Test
  void whatNoSingleProjectionShowsIsRefusedByName() {
    PlasticModel model = ToyModels.inForm(3, 2, "dp-linear");
    PlasticGraph graph = model.graph();
    String to = graph.projections().getFirst().to();
    RateModule memory = new ModuleBuilder("memory", new Gru(2, 2)).rates(to).build(1);
    Drive drive =
        new Drive(
            "urge",
            to,
            Drive.Target.BIAS,
            SignalDrive.rule(),
            Map.of(SignalDrive.SIGNAL, "memory"),
            Map.of());
    assertThat(refusals(model.with(graph.withModules(List.of(memory)))))
        .containsExactly("T-MODULE");
    assertThat(
            refusals(
                model.with(
                    graph.withModules(List.of(memory)).with(graph.projections(), List.of(drive)))))
        .containsExactlyInAnyOrder("T-MODULE", "T-DRIVE");
  }

  @Test
  void deliveryLatencyAndRatesAreBroughtIntoForm() {
    PlasticModel trained =
        ToyModels.model(
            3, 2, ToyModels.LIF, new Kernel.Exponential(3), Delivery.TRACE, 0, "dp-linear");
    PlasticModel model = with(trained, 8, new RateEstimator.ExponentialTrace(0.9));
    PlasticProjection layer = validate(model).model().graph().projections().getFirst();
    assertThat(layer.delivery()).isEqualTo(Delivery.ARRIVAL);
    assertThat(layer.latency()).isEqualTo(1);
    assertThat(validate(model).model().graph().clock().rates())
        .isEqualTo(new RateEstimator.Boxcar());
    assertThat(diagnostics.all()).extracting(Diagnostic::severity).containsOnly(Severity.LOSSY);
    assertThat(diagnostics.all())
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder("T-DELIVERY", "T-LATENCY", "T-RATES");
    assertThat(diagnostics.all()).allSatisfy(d -> assertThat(d.message()).endsWith("."));
    assertThat(diagnostics.all())
        .extracting(Diagnostic::message)
        .contains(
            "rates are made on this chip by: boxcar; the model was trained with: exponential trace"
                + " with a decay of 0.9000.");
  }

  @Test
  void fixedWeightsDoNotCareAboutDeliveryRatesAndWindows() {
    PlasticModel trained =
        ToyModels.model(3, 2, ToyModels.LIF, new Kernel.Delta(), Delivery.TRACE, 1, "static");
    validate(with(trained, 9999, new RateEstimator.ExponentialTrace(0.9)));
    assertThat(diagnostics.all()).isEmpty();
  }

  @Test
  void smallChangesOfTheWindowAreLossyLargeOnesRefused() {
    PlasticModel model = ToyModels.inForm(3, 2, "dp-linear");
    assertThat(
            validate(with(model, 57, model.graph().clock().rates()))
                .model()
                .graph()
                .clock()
                .updateInterval())
        .isEqualTo(56);
    assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("T-DT-ROUND");
    assertThat(refusals(with(model, 9, model.graph().clock().rates())))
        .containsExactly("T-DT-ROUND");
  }

  @Test
  void whatHasNoCounterpartIsRefusedWithAWayOut() {
    Kernel alpha = new Kernel.Alpha(10);
    Neuron srm = new Neuron.Srm(1, new Kernel.Alpha(1), 2);
    PlasticModel model = ToyModels.model(3, 2, srm, alpha, Delivery.TRACE, 2, "dp-linear");
    assertThat(refusals(model)).containsExactly("T-SRM", "T-SRM", "T-LATENCY");
    assertThat(diagnostics.of(Severity.REFUSAL))
        .allSatisfy(d -> assertThat(d.wayOut()).isEqualTo("Maybe train with --hardware toy."));
    assertThat(diagnostics.of(Severity.REFUSAL))
        .extracting(Diagnostic::message)
        .contains(
            "neurons are srm (theta = 1.0, rho = 2.0, refractory response: alpha, tau_ref = 1.0),"
                + " the chip runs lif-hard-reset.",
            "the response kernel (alpha, tau_s = 10.0) must be exponential or delta.");
  }

  @Test
  void aSpikeInACycleActsAStepLaterAnyway() {
    PlasticModel model = ToyModels.recurrent(ToyModels.inForm(3, 2, "dp-linear"), "static");
    ValidModel valid = validate(model);
    assertThat(diagnostics.all()).isEmpty();
    assertThat(valid.layers())
        .extracting(ValidLayer::name)
        .containsExactly("into layer1", "within layer1");
    assertThat(valid.layers()).extracting(ValidLayer::from).containsExactly(0, 1);
    assertThat(valid.model().graph().projections())
        .extracting(PlasticProjection::latency)
        .containsExactly(1, 0);
  }

  @Test
  void resetsAndRefractoryStepsAreChecked() {
    Neuron subtracting = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.SUBTRACT_THRESHOLD, 0);
    Neuron holding = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 3);
    Kernel kernel = new Kernel.Exponential(3);
    assertThat(refusals(ToyModels.model(3, 2, subtracting, kernel, Delivery.ARRIVAL, 1, "static")))
        .containsExactly("T-RESET");
    assertThat(refusals(ToyModels.model(3, 2, holding, kernel, Delivery.ARRIVAL, 1, "static")))
        .contains("T-REFRACTORY");
  }

  @Test
  void neuronsThatAdaptAreRefusedByName() {
    Neuron.Lif lif = new Neuron.Lif(1, Math.exp(-1 / 20.0), 0, Neuron.Reset.HARD, 0);
    Neuron adaptive = new Neuron.AdaptiveLif(lif, 0.5, Math.exp(-1 / 200.0));
    Kernel kernel = new Kernel.Exponential(3);
    assertThat(refusals(ToyModels.model(3, 2, adaptive, kernel, Delivery.ARRIVAL, 1, "static")))
        .containsExactly("T-ADAPTIVE");
    assertThat(diagnostics.of(Severity.REFUSAL))
        .extracting(Diagnostic::message)
        .containsExactly(
            "neurons are adaptive-lif (theta = 1.0, tau_m = 20.00, adaptation = 0.5, tau_a ="
                + " 200.0), the chip runs lif-hard-reset.");
  }

  private static PlasticModel with(PlasticModel m, int interval, RateEstimator rates) {
    return ToyModels.with(m, new Clock(interval, rates, 1));
  }
}
