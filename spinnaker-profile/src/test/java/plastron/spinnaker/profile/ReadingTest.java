package plastron.spinnaker.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static plastron.plasticity.expr.Expr.constant;
import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.export.contract.RenamedRule;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.RuleExplanation;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** Rules are read by roles, axes and derivation: neither names nor the order of terms matter. */
class ReadingTest {

  private static final SpinnakerProfile PROFILE = new SpinnakerProfile();

  static List<RuleFamily> families() {
    return Catalogue.families().stream()
        .filter(f -> PROFILE.explain(f.build(RuleOptions.paper())).runs())
        .toList();
  }

  private static ChipImage export(PlasticModel model) {
    return ExportPipeline.to(PROFILE)
        .run(
            model,
            Input.each(List.of(SmallSpinnakerModels.input(101, 320, model.graph().sizes()[0]))),
            ExportOptions.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("families")
  void otherNamesMakeTheSameImage(RuleFamily family) {
    PlasticModel model =
        SmallSpinnakerModels.of(
            family, RuleOptions.paper().clippedAt(2), new RateEstimator.Boxcar(), 0.3, 7, 20, 16);
    ImageLayer original = export(model).layers().getFirst();
    ImageLayer renamed = export(RenamedRule.rename(model)).layers().getFirst();
    assertThat(renamed).isEqualTo(original);
  }

  /** {@code w = ...} over a linear rule. */
  private static PlasticityRule rule(BiFunction<RuleBuilder, Symbol, Expr> weight) {
    RuleBuilder rule = PlasticityRule.named("weighted");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(2), "E");
    return rule.update(e, sum(ref(e), neg(product(constant(0.1), ref(e))), product(x, y)))
        .weight(weight.apply(rule, e));
  }

  private static ImageLayer weighted(
      BiFunction<RuleBuilder, Symbol, Expr> weight, Map<String, double[][]> parameters) {
    PlasticModel model =
        PlasticModel.named("weighted")
            .source("input", 2)
            .population("layer1", 2, new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0))
            .projection(
                "input",
                "layer1",
                p -> {
                  p.rule(rule(weight)).delivery(Delivery.ARRIVAL).latency(1);
                  parameters.forEach(p::set);
                })
            .updateEvery(SmallSpinnakerModels.INTERVAL)
            .build();
    return export(model).layers().getFirst();
  }

  private static Expr parameter(RuleBuilder rule, String name, Axis axis) {
    return ref(rule.parameter(name, axis, Bounds.NONE, name));
  }

  @Test
  void theFixedWeightIsTheSumOfAllFixedTerms() {
    Map<String, double[][]> values = new HashMap<>();
    values.put("A", new double[][] {{0.5, 0.25}, {-0.125, 0}});
    values.put("B", new double[][] {{2, -1}});
    values.put("g", new double[][] {{0.25}});
    ImageLayer layer =
        weighted(
            (rule, e) -> {
              Expr a = parameter(rule, "A", Axis.SYNAPSE);
              Expr b = parameter(rule, "B", Axis.POST);
              Expr g = parameter(rule, "g", Axis.GLOBAL);
              return sum(a, product(g, b), product(constant(-0.5), a), ref(e));
            },
            values);
    assertThat(layer.array("W").reals())
        .isDeepEqualTo(new double[][] {{0.75, -0.125}, {0.4375, -0.25}});
    assertThat(layer.array("alpha").reals()).isDeepEqualTo(new double[][] {{1, 1}, {1, 1}});
  }

  @Test
  void theShareOfTheTraceIsAnyProductOfParameters() {
    Map<String, double[][]> values = new HashMap<>();
    values.put("A", new double[][] {{0.5, 0.25}});
    values.put("B", new double[][] {{2, -1}});
    ImageLayer layer =
        weighted(
            (rule, e) -> {
              Expr a = parameter(rule, "A", Axis.PRE);
              Expr b = parameter(rule, "B", Axis.POST);
              return product(a, b, ref(e));
            },
            values);
    assertThat(layer.array("W").reals()).isDeepEqualTo(new double[2][2]);
    assertThat(layer.array("alpha").reals())
        .isDeepEqualTo(new double[][] {{1, -0.5}, {0.5, -0.25}});
  }

  private static List<String> refused(BiFunction<RuleBuilder, Symbol, Expr> weight) {
    RuleExplanation explanation = PROFILE.explain(rule(weight));
    assertThat(explanation.runs()).isFalse();
    return explanation.lines();
  }

  @Test
  void aWeightThatIsNoShareOfTheTraceIsRefusedByTerm() {
    assertThat(refused((rule, e) -> product(e, e)).getFirst())
        .isEqualTo(
            "S-TERM term E.E of the effective weight has no place: a row delivers fixed terms and"
                + " one trace of its synapses times parameters.");
  }

  private static List<String> refusedUpdate(
      BiFunction<Symbol, Symbol, Expr> product, boolean predicted) {
    RuleBuilder rule = PlasticityRule.named("odd");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(2), "E");
    Expr next = sum(ref(e), product.apply(x, y));
    if (predicted) {
      next = sum(next, neg(product(ref(e), ref(x), ref(x), ref(x))));
    }
    RuleExplanation explanation =
        PROFILE.explain(
            rule.update(e, next).weight(sum(parameter(rule, "W", Axis.SYNAPSE), ref(e))));
    assertThat(explanation.runs()).isFalse();
    return explanation.lines();
  }

  @Test
  void theTermThatIsNamedIsTheOneWithoutAPlace() {
    assertThat(refusedUpdate((x, y) -> sum(product(x, y), product(x, x, x, y)), false).getFirst())
        .startsWith("S-TERM term x.x.x.y of the update of E has no place: a post factor is y");
    assertThat(refusedUpdate((x, y) -> product(y, y, y, x), false).getFirst())
        .startsWith("S-TERM term x.y.y.y of the update of E has no place");
    assertThat(refusedUpdate((x, y) -> product(x, y), true).getFirst())
        .startsWith("S-TERM term -x.x.x.E of the update of E has no place: E may be multiplied by");
    assertThat(refusedUpdate((x, y) -> neg(ref(x)), false).getFirst())
        .startsWith("S-TERM term -x of the update of E has no place");
  }
}
