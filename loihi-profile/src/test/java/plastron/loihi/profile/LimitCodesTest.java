package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.RefusedCodes;
import plastron.export.profile.ChipProfiles;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/**
 * Every limit of the chips: one step past it is refused by its code, one just inside is not. Long,
 * because every limit takes a model of its own.
 */
class LimitCodesTest {

  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(3, 160, 12, 1);

  private static Set<String> codes(String chip, PlasticModel model, List<SpikeRaster> examples) {
    return RefusedCodes.of(ChipProfiles.named(chip), model, Input.each(examples));
  }

  private static PlasticModel with(PlasticModel model, String parameter, double factor) {
    PlasticProjection layer = model.graph().projections().getFirst();
    Map<String, double[][]> parameters = new HashMap<>(layer.parameters());
    double[][] values = layer.parameter(parameter);
    double[][] scaled = new double[values.length][values[0].length];
    for (int j = 0; j < values.length; j++) {
      for (int i = 0; i < values[j].length; i++) {
        scaled[j][i] = factor * values[j][i];
      }
    }
    parameters.put(parameter, scaled);
    return model.withProjections(List.of(layer.withParameters(parameters)));
  }

  /** The smallest coefficient is 2^-12, with a spare variable; it may be off by a quarter. */
  @Test
  void ratesOfLearning() {
    double in =
        CodeEdge.between(
            "L-ETA-RANGE",
            eta -> codes("loihi1", DrawnModels.model("dp-linear", 8, eta, 5, 12, 8), EXAMPLES),
            0x1p-12,
            0x1p-14);
    assertThat(in).isCloseTo(0x1p-12 / 1.25, Percentage.withPercentage(0.02));
  }

  /** A spike must add 1 of 127 to a trace: 127 * 2 / (interval + 1) at a rate of 1. */
  @Test
  void tracesThatCannotTellOneSpike() {
    CodeEdge.of("L-TRACE-RES", alwaysFiring(252), alwaysFiring(256));
  }

  private static Set<String> alwaysFiring(int interval) {
    SpikeRaster busy = new SpikeRaster(12 * interval, 12);
    for (int t = 0; t < busy.steps(); t++) {
      for (int j = 0; j < 12; j++) {
        busy.set(t, j);
      }
    }
    PlasticModel model = DrawnModels.model("dp-linear", interval, 0.125, 5, 12, 8);
    return codes("loihi1", model, List.of(busy, busy, busy));
  }

  /** A slow trace must get at least 1/64 of a step from a spike. */
  @Test
  void slowTracesThatHardlyMove() {
    PlasticModel model = DrawnModels.model("dp-bcm", 8, 0.125, 5, 12, 8);
    double in =
        CodeEdge.between(
            "L-TRACE-RES", f -> codes("loihi1", with(model, "eta_phi", f), EXAMPLES), 1, 1e-6);
    assertThat(in).isBetween(1e-4, 0.5);
  }

  @Test
  void plasticWeightsOfTooFewSteps() {
    PlasticModel model = DrawnModels.model("dp-linear", 8, 0.125, 5, 12, 8);
    double in =
        CodeEdge.between(
            "L-WEIGHT-SCALE", f -> codes("loihi2", with(model, "alpha", f), EXAMPLES), 1, 1e-6);
    assertThat(in).isBetween(1e-6, 0.1);
  }

  @Test
  void thresholdsBelowTheStepsOfTheCurrent() {
    PlasticModel model = DrawnModels.model("dp-linear", 8, 0.125, 5, 12, 8);
    double in =
        CodeEdge.between(
            "L-U-OVF",
            theta ->
                codes(
                    "loihi2",
                    DrawnModels.with(
                        model,
                        n ->
                            new Neuron.Lif(
                                theta,
                                ((Neuron.Lif) n).decay().uniform(),
                                0,
                                Neuron.Reset.HARD,
                                0)),
                    EXAMPLES),
            1,
            1e-7);
    assertThat(in).isBetween(1e-7, 1e-2);
  }

  @Test
  void leadingCoefficientsThatTheEngineHasNot() {
    PlasticModel model = DrawnModels.model("dp-oja-classic", 8, 0.125, 5, 12, 8);
    // What the rule learns more slowly counts for more, so that weights use the same range.
    double in =
        CodeEdge.between(
            "L-EXP-RANGE",
            f -> codes("loihi1", with(with(model, "eta", f), "alpha", 1 / f), EXAMPLES),
            1,
            1e-7);
    assertThat(in).isBetween(1e-7, 0.1);
  }

  /** 63 * 2^9 is the longest interval; what is longer by up to 5 % of itself is rounded to it. */
  @Test
  void intervalsBeyondTheLongest() {
    CodeEdge.of("L-DT-ROUND", everySteps(33953), everySteps(33954));
  }

  private static Set<String> everySteps(int interval) {
    return codes("loihi1", DrawnModels.model("dp-linear", interval, 0.125, 5, 12, 8), EXAMPLES);
  }

  /** 4096 axons; an input of a plastic layer takes one and, as it learns, two more. */
  @Test
  void inputsOfOneCore() {
    CodeEdge.of("L-CORE-INPUT-AXONS", ofInputs("static", 4096), ofInputs("static", 4097));
    CodeEdge.of("L-CORE-INPUT-AXONS", ofInputs("dp-linear", 1365), ofInputs("dp-linear", 1366));
  }

  private static Set<String> ofInputs(String rule, int inputs) {
    PlasticModel model = DrawnModels.model(rule, 8, 0.125, 5, inputs, 1);
    return codes("loihi1", model, DrawnModels.inputs(3, 80, inputs, 1));
  }

  /** 128 cores of 1024 compartments. */
  @Test
  void neuronsOfOneChip() {
    CodeEdge.of("L-CORES", ofNeurons(131072), ofNeurons(131073));
  }

  private static Set<String> ofNeurons(int neurons) {
    PlasticModel model = DrawnModels.model("static", 8, 0.125, 5, 1, neurons);
    return codes("loihi1", model, DrawnModels.inputs(1, 8, 1, 1));
  }

  /** The emulated neurons have no refractory period. */
  @Test
  void stepsThatAPotentialIsHeld() {
    CodeEdge.of("L-REFRACTORY", held(0), held(1));
  }

  private static Set<String> held(int refractory) {
    Neuron held = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, refractory);
    return codes(
        "loihi1",
        DrawnModels.with(DrawnModels.model("dp-linear", 8, 0.125, 5, 12, 8), n -> held),
        EXAMPLES);
  }

  /** The delay variable holds one parameter of pre neurons; a second one must be a constant. */
  @Test
  void parametersInTheDelayVariable() {
    CodeEdge.of("L-DELAY-USED", twoThresholds(0), twoThresholds(0.1));
  }

  private static Set<String> twoThresholds(double spread) {
    RuleBuilder rule = PlasticityRule.named("two-thresholds");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol p = rule.parameter("p", Axis.PRE, Bounds.NONE, "p");
    Symbol q = rule.parameter("q", Axis.PRE, Bounds.NONE, "q");
    PlasticModel model =
        model(
            rule,
            y,
            Expr.sum(Expr.product(x, p), Expr.product(x, x, q)),
            Map.of("p", row(0.1, 0.01), "q", row(0.2, spread)));
    return codes("loihi2", model, EXAMPLES);
  }

  /** A second synaptic state takes 8 bits of the delay variable. */
  @Test
  void statesInTheDelayVariable() {
    PlasticModel model = DrawnModels.model("ndp-elig", 8, 0.25, 5, 12, 8);
    Set<String> wide = codes("loihi2", model, EXAMPLES);
    CodeEdge.of("L-DELAY-USED", wide, codes("loihi1-assisted", model, EXAMPLES));
    CodeEdge.of("L-DELAY-USED", wide, codes("loihi1", model, EXAMPLES));
  }

  /** With a tag of up to 255, a post trace and pre traces: 255 * 127^3 is below 2^31. */
  @Test
  void factorsOfAProduct() {
    CodeEdge.of("L-MAC-OVF", power(2), power(3));
  }

  private static Set<String> power(int pre) {
    RuleBuilder rule = PlasticityRule.named("power");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Expr power = Expr.ref(x);
    for (int k = 1; k < pre; k++) {
      power = Expr.product(power, Expr.ref(x));
    }
    PlasticModel model = model(rule, y, power, Map.of());
    return codes("loihi1", model, EXAMPLES);
  }

  private static double[][] row(double mean, double spread) {
    double[][] row = new double[1][12];
    for (int j = 0; j < 12; j++) {
      row[0][j] = mean + spread * j / 12;
    }
    return row;
  }

  /** A layer with {@code E' = E - eta.E + eta.y.pre}. */
  private static PlasticModel model(
      RuleBuilder rule, Symbol y, Expr pre, Map<String, double[][]> parameters) {
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Symbol alpha = rule.parameter("alpha", Axis.SYNAPSE, Bounds.NONE, "a");
    Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "e");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    rule.update(
        e,
        Expr.sum(
            Expr.ref(e),
            Expr.neg(Expr.product(eta, e)),
            Expr.product(Expr.ref(eta), Expr.ref(y), pre)));
    PlasticityRule built = rule.weight(Expr.sum(Expr.ref(w), Expr.product(alpha, e)));
    PlasticProjection drawn =
        DrawnModels.model("dp-linear", 8, 0.125, 5, 12, 8).graph().projections().getFirst();
    return PlasticModel.named(built.name())
        .source("input", 12)
        .population("layer", 8, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0))
        .projection(
            "input",
            "layer",
            p -> {
              p.rule(built).delivery(Delivery.ARRIVAL).latency(1);
              p.set("W", drawn.parameter("W")).set("alpha", drawn.parameter("alpha"));
              p.set("eta", 0.125);
              parameters.forEach(p::set);
            })
        .clock(new Clock(8, RateEstimator.ExponentialTrace.matching(8), 0.5))
        .build();
  }

  /** What the engine of Loihi 1 reads, and one factor more. */
  @Test
  void rules() {
    CodeEdge.of("L-OJA-NONLOCAL", said("loihi1", "dp-oja-local"), said("loihi1", "dp-oja"));
    CodeEdge.of("L-MOD-PERNEURON", said("loihi1", "dp-linear"), said("loihi1", "ndp-linear"));
    CodeEdge.of("L-FUNC", said("loihi1", "dp-bcm"), said("loihi1", "dp-bcm-classic"));
    CodeEdge.of("L-FUNC", said("loihi2", "ndp-elig"), said("loihi2", "ndp-elig-decay"));
  }

  private static Set<String> said(String chip, String rule) {
    return said(chip, Catalogue.find(rule).orElseThrow().build(RuleOptions.paper()));
  }

  private static Set<String> said(String chip, PlasticityRule rule) {
    return ChipProfiles.named(chip).explain(rule).lines().stream()
        .map(line -> line.split(":", 2)[0])
        .collect(Collectors.toSet());
  }
}
