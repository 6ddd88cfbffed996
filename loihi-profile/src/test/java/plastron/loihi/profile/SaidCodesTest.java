package plastron.loihi.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.ContractCase;
import plastron.export.contract.ModelSketch;
import plastron.export.contract.RuleProtocol;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.kit.CodeEdge;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;

/** What an export says of models that it accepts, each with a model of which it does not. */
class SaidCodesTest {

  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(8, 240, 12, 1);

  private static Set<String> said(String chip, PlasticModel model) {
    return said(ChipProfiles.named(chip), model);
  }

  private static Set<String> said(ChipProfile<?, ?> chip, PlasticModel model) {
    return codes(chip, model, Input.each(EXAMPLES));
  }

  private static Set<String> codes(
      ChipProfile<?, ?> chip, PlasticModel model, List<Input> examples) {
    return ExportPipeline.to(chip)
        .run(model, examples, ExportOptions.DEFAULT)
        .diagnostics()
        .stream()
        .map(Diagnostic::code)
        .collect(Collectors.toSet());
  }

  private static PlasticModel drawn(String rule, int interval) {
    return DrawnModels.model(rule, interval, 0.125, 5, 12, 8);
  }

  private static PlasticModel with(PlasticModel model, String parameter, double value) {
    PlasticProjection layer = model.graph().projections().getFirst();
    double[][] old = layer.parameter(parameter);
    double[][] filled = new double[old.length][old[0].length];
    for (double[] row : filled) {
      Arrays.fill(row, value);
    }
    Map<String, double[][]> parameters = new HashMap<>(layer.parameters());
    parameters.put(parameter, filled);
    return model.withProjections(List.of(layer.withParameters(parameters)));
  }

  /** Where a spike adds less than two steps to a slow trace, its random rounding shows. */
  @Test
  void slowTracesOfSmallSteps() {
    PlasticModel bcm = drawn("dp-bcm", 8);
    CodeEdge.of(
        "L-PHI-RES",
        said("loihi2", with(bcm, "eta_phi", 0.7)),
        said("loihi2", with(bcm, "eta_phi", 0.01)));
    CodeEdge.of("L-PHI", said("loihi2", drawn("dp-linear", 8)), said("loihi2", bcm));
  }

  @Test
  void epochsOfSeveralSteps() {
    CodeEdge.of(
        "L-EPOCH", said("loihi2", drawn("dp-linear", 8)), said("loihi2", drawn("dp-linear", 6)));
  }

  @Test
  void rulesThatChangeNothing() {
    PlasticModel model = drawn("dp-linear", 8);
    CodeEdge.of("L-STILL", said("loihi2", model), said("loihi2", with(model, "alpha", 0)));
  }

  @Test
  void coefficientsThatAreNoStep() {
    PlasticModel model = drawn("dp-linear", 8);
    CodeEdge.of(
        "L-ETA-RANGE",
        said("loihi2", with(model, "eta", 0.125)),
        said("loihi2", with(model, "eta", 0.123)));
    CodeEdge.of(
        "L-COEFFICIENT",
        said("loihi2", drawn("static", 8)),
        said("loihi2", drawn("dp-oja-local", 8)));
  }

  @Test
  void ratesThatAreCounted() {
    PlasticModel model = drawn("dp-linear", 8);
    PlasticGraph graph = model.graph();
    double reference = graph.clock().referenceRate();
    PlasticModel counted =
        model.with(
            new PlasticGraph(
                graph.populations(),
                graph.projections(),
                graph.drives(),
                graph.learned(),
                new Clock(8, new RateEstimator.Boxcar(), reference)));
    CodeEdge.of("L-RATES", said("loihi2", model), said("loihi2", counted));
  }

  @Test
  void whatLearningTakes() {
    Set<String> still = said("loihi1", drawn("static", 8));
    Set<String> learning = said("loihi1", drawn("dp-linear", 8));
    CodeEdge.of("L-MIX", still, learning);
    CodeEdge.of("L-RESET", still, learning);
    CodeEdge.of("L-STEP", still, learning);
    CodeEdge.of("L-TRACE", still, learning);
    CodeEdge.of("L-USED", still, learning);
  }

  @Test
  void whatNeuronProgramsTake() {
    Set<String> none = said("loihi2", drawn("dp-linear", 8));
    Set<String> modulated = said("loihi2", drawn("ndp-linear", 8));
    CodeEdge.of("L-MOD-LATENCY", none, modulated);
    CodeEdge.of("L-ACCUMULATOR", modulated, said("loihi2", drawn("dp-oja", 8)));
    CodeEdge.of("L-ASSIST", modulated, said("loihi1-assisted", drawn("ndp-linear", 8)));
  }

  /** What is rarely large saturates, so that all else is held in finer steps. */
  @Test
  void whatIsRarelyLarge() {
    CodeEdge.of("L-REACH", saidOfSketch("dp-linear"), saidOfSketch("ndp-elig"));
  }

  private static Set<String> saidOfSketch(String rule) {
    ChipProfile<?, ?> chip = ChipProfiles.named("loihi2");
    ContractCase tried =
        new ModelSketch(
                Catalogue.find(rule).orElseThrow(),
                RuleProtocol.options(chip.form()),
                20,
                10,
                48,
                40,
                RateEstimator.ExponentialTrace.matching(48),
                1,
                0.125,
                1,
                20,
                5,
                1)
            .tried(rule, List.of(), chip.form());
    return codes(chip, tried.model(), tried.calibration());
  }

  /** Traces stay inside their bound, and reach it. */
  @Test
  void boundsOfTraces() {
    CodeEdge.between("L-RANGE-W", clip -> said("loihi2", clipped(clip)), 10, 0.05);
  }

  private static PlasticModel clipped(double bound) {
    PlasticModel model = drawn("dp-linear", 8);
    PlasticProjection p = model.graph().projections().getFirst();
    return model.withProjections(
        List.of(
            new PlasticProjection(
                p.name(),
                p.from(),
                p.to(),
                p.kernel(),
                p.delivery(),
                p.place(),
                p.latency(),
                Catalogue.find("dp-linear")
                    .orElseThrow()
                    .build(RuleOptions.paper().clippedAt(bound)),
                p.sources(),
                p.parameters())));
  }
}
