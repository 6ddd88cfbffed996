package plastron.spinnaker.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.RefusedCodes;
import plastron.export.profile.RuleExplanation;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/**
 * Every code of SpiNNaker's own from both sides of its limit. Long, because every code takes a rule
 * or a model of its own.
 */
class SpinnakerCodesTest {

  private static final RateEstimator BOXCAR = new RateEstimator.Boxcar();
  private static final Percentage NEAR = Percentage.withPercentage(0.02);
  private static final SpinnakerProfile CHIP = new SpinnakerProfile();

  /** The code of a rule that does not run; of one that runs, none. */
  private static Set<String> said(PlasticityRule rule) {
    RuleExplanation explanation = CHIP.explain(rule);
    return explanation.runs()
        ? Set.of()
        : explanation.lines().stream().map(l -> l.split(" ", 2)[0]).collect(Collectors.toSet());
  }

  private static Set<String> said(String rule) {
    return said(rule, RuleOptions.paper());
  }

  private static Set<String> said(String rule, RuleOptions options) {
    return said(Catalogue.find(rule).orElseThrow().build(options));
  }

  private static Set<String> codes(PlasticModel model) {
    return RefusedCodes.of(
        CHIP,
        model,
        Input.each(List.of(SmallSpinnakerModels.input(1, 200, model.graph().sizes()[0]))));
  }

  /** Symbols to write a rule with. */
  private static final class Draft {
    private final RuleBuilder rule = PlasticityRule.named("draft");
    private final Symbol x = rule.activity("x", Axis.PRE);
    private final Symbol y = rule.activity("y", Axis.POST);
    private final Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    private final Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "e");
    private final Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(2), "E");

    /** {@code E' = E - eta.E + eta.product}. */
    Draft learns(Expr what) {
      rule.update(e, sum(ref(e), neg(product(eta, e)), product(ref(eta), what)));
      return this;
    }

    PlasticityRule build() {
      return rule.weight(sum(ref(w), ref(e)));
    }
  }

  @Test
  void termsWithoutAPlace() {
    Draft square = new Draft();
    Draft cube = new Draft();
    CodeEdge.of(
        "S-TERM",
        said(square.learns(product(square.x, square.x, square.y)).build()),
        said(cube.learns(product(cube.x, cube.x, cube.x, cube.y)).build()));
  }

  @Test
  void weightsThatLearnNothing() {
    Draft draft = new Draft();
    Set<String> inside = said(draft.learns(product(draft.x, draft.y)).build());
    Draft other = new Draft();
    other.learns(product(other.x, other.y));
    CodeEdge.of("S-WEIGHT", inside, said(other.rule.weight(ref(other.w))));
  }

  @Test
  void rulesOfSingleSpikes() {
    CodeEdge.of("S-TIMING", said("dp-linear"), said("stdp"));
  }

  @Test
  void statesOfASynapse() {
    CodeEdge.of("S-STATE", said("ndp-linear"), said("ndp-elig"));
  }

  @Test
  void functions() {
    RuleOptions plain = RuleOptions.paper();
    RuleOptions tanh = plain.modulatedBy(new ModulatorSource.Tanh(new ModulatorSource.OwnLayer()));
    CodeEdge.of("S-FUNCTION", said("ndp-linear", plain), said("ndp-linear", tanh));
  }

  @Test
  void boundsOfThresholds() {
    CodeEdge.of("S-BOUNDS", said(sliding(Bounds.NONE)), said(sliding(Bounds.symmetric(1))));
  }

  private static PlasticityRule sliding(Bounds bounds) {
    Draft d = new Draft();
    Symbol phi = d.rule.state("phi", Axis.PRE, bounds, "p");
    d.rule.update(phi, sum(ref(phi), neg(product(d.eta, phi)), product(d.eta, d.x)));
    return d.learns(product(ref(d.x), ref(d.y), sum(ref(d.x), neg(ref(phi))))).build();
  }

  @Test
  void signalsFromOutside() {
    Draft post = new Draft();
    Symbol told = post.rule.external("R", Axis.GLOBAL, "R");
    Draft alone = new Draft();
    Symbol reward = alone.rule.external("R", Axis.GLOBAL, "R");
    CodeEdge.of(
        "S-EXTERNAL",
        said(post.learns(product(post.x, post.y, told)).build()),
        said(alone.learns(product(alone.x, reward)).build()));
  }

  private static PlasticModel linear(String parameter, double value) {
    return filled("dp-linear", parameter, value);
  }

  private static PlasticModel filled(String rule, String parameter, double value) {
    return SmallSpinnakerModels.changed(
        SmallSpinnakerModels.of(rule, BOXCAR, 1, 3, 6, 4),
        layer -> filled(layer, parameter, value));
  }

  private static PlasticProjection filled(PlasticProjection layer, String parameter, double value) {
    Map<String, double[][]> parameters = new HashMap<>(layer.parameters());
    double[][] like = layer.parameter(parameter);
    double[][] filled = new double[like.length][like[0].length];
    for (double[] row : filled) {
      Arrays.fill(row, value);
    }
    parameters.put(parameter, filled);
    return layer.withParameters(parameters);
  }

  private static PlasticModel neurons(double theta, double decay, double bias) {
    return SmallSpinnakerModels.with(
        SmallSpinnakerModels.of("dp-linear", BOXCAR, 1, 3, 6, 4),
        new Neuron.Lif(theta, decay, bias, Neuron.Reset.HARD, 0));
  }

  @Test
  void timeConstants() {
    double membrane =
        CodeEdge.between("S-TAU", tau -> codes(neurons(1, Math.exp(-1 / tau), 0)), 1000, 1_000_000);
    assertThat(membrane).isCloseTo(32767, NEAR);
    double synaptic = CodeEdge.between("S-TAU", tau -> codes(kernel(tau)), 1000, 1_000_000);
    assertThat(synaptic).isCloseTo(32767, NEAR);
  }

  private static PlasticModel kernel(double tau) {
    return one(Catalogue.find("dp-linear").orElseThrow().build(RuleOptions.paper()), tau, Map.of());
  }

  private static PlasticModel one(PlasticityRule rule, double tau, Map<String, Double> values) {
    return PlasticModel.named("one")
        .source("in", 6)
        .population("out", 4, new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0))
        .projection(
            "in",
            "out",
            p -> {
              p.rule(rule).kernel(new Kernel.Exponential(tau));
              p.delivery(Delivery.ARRIVAL).latency(1);
              p.set("W", 0.1).set("eta", 0.1);
              values.forEach(p::set);
            })
        .clock(new Clock(8, BOXCAR, 1))
        .seed(1)
        .build();
  }

  @Test
  void learningRates() {
    assertThat(CodeEdge.between("S-ETA-RANGE", eta -> codes(linear("eta", eta)), 0.5, 1.5))
        .isCloseTo(1, NEAR);
    assertThat(CodeEdge.between("S-ETA-RANGE", gain -> codes(gain(gain)), 1, 1e6))
        .isCloseTo(16384, NEAR);
  }

  private static PlasticModel gain(double gain) {
    Draft d = new Draft();
    Symbol g = d.rule.parameter("g", Axis.GLOBAL, Bounds.NONE, "g");
    d.rule.update(d.e, sum(ref(d.e), neg(product(d.eta, d.e)), product(g, d.x, d.y)));
    return one(d.build(), 5, Map.of("g", gain));
  }

  @Test
  void referenceRates() {
    assertThat(CodeEdge.between("S-RATE-RANGE", r -> codes(reference(r)), 1, 1e-12))
        .isCloseTo(0x1p-30, NEAR);
    assertThat(CodeEdge.between("S-RATE-RANGE", r -> codes(reference(r)), 1, 1e12))
        .isCloseTo(0x1p30, NEAR);
  }

  private static PlasticModel reference(double rate) {
    return SmallSpinnakerModels.of("dp-linear", BOXCAR, rate, 3, 6, 4);
  }

  /** Rates of up to 1 are kept in steps of 2^-15. */
  @Test
  void fixedThresholds() {
    assertThat(CodeEdge.between("S-SCALE", psi -> codes(filled("dp-bcm", "psi", psi)), 1, 1e9))
        .isCloseTo(0x1p15, NEAR);
  }

  /** 65535.5 of 65536. */
  @Test
  void decaysOfRates() {
    assertThat(CodeEdge.between("S-RATES", leak -> codes(rates(1 - leak)), 1e-4, 1e-7))
        .isCloseTo(0.5 / 65536, NEAR);
  }

  private static PlasticModel rates(double decay) {
    return SmallSpinnakerModels.of(
        "dp-linear", new RateEstimator.ExponentialTrace(decay), 1, 3, 6, 4);
  }

  @Test
  void weightsOfASlot() {
    assertThat(CodeEdge.between("S-WEIGHT-RANGE", w -> codes(linear("W", w)), 1, 40_000))
        .isBetween(5_000.0, 16_384.0);
  }

  @Test
  void potentialsOutOfReach() {
    double bias = CodeEdge.between("S-VALUE-RANGE", b -> codes(neurons(1, 0.9, b)), 1, 1e9);
    assertThat(bias).isGreaterThan(5.5164);
    double theta = CodeEdge.between("S-VALUE-RANGE", t -> codes(neurons(t, 0.9, 0)), 1, 1e12);
    assertThat(theta).isGreaterThan(220.64);
  }

  /** Half of a step of 2^-24. */
  @Test
  void thresholdsBelowAStep() {
    double theta = CodeEdge.between("S-THRESHOLD-ZERO", t -> codes(neurons(t, 0.9, 0)), 1e-3, 1e-9);
    assertThat(theta).isCloseTo(0x1p-25, NEAR);
  }
}
