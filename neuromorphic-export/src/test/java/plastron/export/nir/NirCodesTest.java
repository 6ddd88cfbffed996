package plastron.export.nir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.RefusedCodes;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** What NIR has no words for, and the nearest thing that it has. */
class NirCodesTest {

  private static final Percentage NEAR = Percentage.withPercentage(0.02);

  private static Set<String> codes(PlasticModel model) {
    return RefusedCodes.of(() -> new NirExporter().write(model));
  }

  private static Neuron.Lif lif(int refractory) {
    return new Neuron.Lif(1, 0.75, 0, Neuron.Reset.HARD, refractory);
  }

  private static ModelBuilder model(Neuron neuron, Consumer<ProjectionBuilder> how) {
    return PlasticModel.named("pair")
        .source("in", 2)
        .population("out", 2, neuron)
        .projection("in", "out", how)
        .seed(1);
  }

  private static Set<String> neuron(Neuron neuron) {
    return codes(model(neuron, p -> {}).build());
  }

  private static Set<String> projection(Consumer<ProjectionBuilder> how) {
    return codes(model(lif(0), how).build());
  }

  @Test
  void rateBlocks() {
    ModelBuilder memory =
        model(lif(0), p -> {}).module("memory", new Gru(2, 2), b -> b.rates("out"));
    CodeEdge.of("N-MODULE", neuron(lif(0)), codes(memory.build()));
  }

  @Test
  void neurons() {
    Set<String> inside = neuron(lif(0));
    CodeEdge.of("N-SRM", inside, neuron(new Neuron.Srm(1, new Kernel.Exponential(2), 1)));
    CodeEdge.of("N-ADAPTIVE", inside, neuron(new Neuron.AdaptiveLif(lif(0), 1, 0.5)));
  }

  @Test
  void refractorySteps() {
    CodeEdge.of("N-REFRACTORY", neuron(lif(0)), neuron(lif(1)));
  }

  @Test
  void leaks() {
    CodeEdge.of("N-DECAY", leaking(1, 1), leaking(1, 0.5));
    CodeEdge.of("N-DECAY", leaking(0.9, 0.5), leaking(1, Math.nextDown(1.0)));
  }

  private static Set<String> leaking(double first, double second) {
    return neuron(new Neuron.LeakyIntegrator(Values.perNeuron(first, second), Values.of(0)));
  }

  @Test
  void rulesOfSingleSpikes() {
    CodeEdge.of("N-TIMING", projection(p -> p.rule("dp-linear")), projection(p -> p.rule("stdp")));
  }

  /** The largest float is 3.4e38. */
  @Test
  void weightsThatNoFloatHolds() {
    assertThat(CodeEdge.between("N-WEIGHT", w -> projection(p -> p.set("W", w)), 1e38, 1e39))
        .isCloseTo(Float.MAX_VALUE, NEAR);
  }

  /** 1 - 2^-54 is 1. */
  @Test
  void currentsThatDoNotDecay() {
    assertThat(
            CodeEdge.between(
                "N-KERNEL",
                tau -> projection(p -> p.kernel(new Kernel.Exponential(tau))),
                1e15,
                1e17))
        .isCloseTo(0x1p54, NEAR);
  }

  /** 500 brackets within each other. */
  @Test
  void texts() {
    assertThat(CodeEdge.counted("N-TEXT", n -> projection(p -> p.rule(nested(n))), 100, 600))
        .isBetween(490, 500);
  }

  private static PlasticityRule nested(int brackets) {
    RuleBuilder rule = PlasticityRule.named("nested");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(2), "E");
    Expr deep = Expr.product(x, y);
    for (int k = 0; k < brackets; k++) {
      deep = Expr.neg(deep);
    }
    rule.update(e, Expr.sum(Expr.ref(e), deep));
    return rule.weight(Expr.sum(Expr.ref(w), Expr.ref(e)));
  }
}
