package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plastron.plasticity.expr.Expr.constant;
import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ImageLayer;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.loihi.program.LoihiProgram;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** The static weights are all that is fixed, alpha is all that the trace is multiplied with. */
class EffectiveWeightTest {

  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(3, 160, 12, 1);

  /** Linear, with a weight of several terms. */
  private static PlasticityRule severalTerms(boolean strange) {
    RuleBuilder rule = PlasticityRule.named("several-terms");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "n");
    Symbol a = rule.parameter("a", Axis.SYNAPSE, Bounds.NONE, "a");
    Symbol b = rule.parameter("b", Axis.PRE, Bounds.NONE, "b");
    Symbol c = rule.parameter("c", Axis.POST, Bounds.NONE, "c");
    Symbol e = rule.state("trace", Axis.SYNAPSE, Bounds.NONE, "E");
    Expr weight =
        sum(
            product(constant(0.5), ref(a)),
            product(b, c),
            neg(product(a, e)),
            product(constant(2), ref(c), ref(e)),
            strange ? product(e, e) : ref(b));
    return rule.update(e, sum(ref(e), neg(product(eta, e)), product(eta, y, x))).weight(weight);
  }

  private static PlasticModel severalTerms(PlasticModel model, boolean strange) {
    PlasticProjection only = model.graph().projections().getFirst();
    Map<String, double[][]> parameters = new HashMap<>();
    parameters.put("eta", only.parameter("eta"));
    parameters.put("a", only.parameter("alpha"));
    parameters.put("b", row(model.graph().sizes()[0], 0.05));
    parameters.put("c", row(model.graph().sizes()[1], 0.03));
    return model.withProjections(
        List.of(
            new PlasticProjection(
                only.name(),
                only.from(),
                only.to(),
                only.kernel(),
                only.delivery(),
                only.place(),
                only.latency(),
                severalTerms(strange),
                Map.of(),
                parameters)));
  }

  private static double[][] row(int length, double step) {
    double[] row = new double[length];
    Arrays.setAll(row, k -> step * (k % 5 - 1));
    return new double[][] {row};
  }

  /** The same weights as one W and one alpha. */
  private static PlasticModel twoTerms(PlasticModel model, PlasticModel several) {
    PlasticProjection only = model.graph().projections().getFirst();
    Map<String, double[][]> from = several.graph().projections().getFirst().parameters();
    int[] sizes = model.graph().sizes();
    double[][] w = new double[sizes[0]][sizes[1]];
    double[][] alpha = new double[sizes[0]][sizes[1]];
    for (int j = 0; j < w.length; j++) {
      for (int i = 0; i < w[j].length; i++) {
        double b = Objects.requireNonNull(from.get("b"))[0][j];
        double c = Objects.requireNonNull(from.get("c"))[0][i];
        double a = Objects.requireNonNull(from.get("a"))[j][i];
        w[j][i] = 0.5 * a + b * c + b;
        alpha[j][i] = 2 * c - a;
      }
    }
    Map<String, double[][]> parameters = new HashMap<>(only.parameters());
    parameters.put("W", w);
    parameters.put("alpha", alpha);
    return model.withProjections(List.of(only.withParameters(parameters)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"loihi1", "loihi2"})
  void severalTermsAreAddedUp(String chip) {
    PlasticModel model = DrawnModels.model("dp-linear", 8, 0.125, 5, 12, 8);
    PlasticModel several = severalTerms(model, false);
    ImageLayer expected = layer(ChipProfiles.named(chip), twoTerms(model, several));
    ImageLayer actual = layer(ChipProfiles.named(chip), several);

    for (String array : List.of(LoihiProgram.STATIC_WEIGHTS, LoihiProgram.TAG)) {
      assertThat(actual.array(array).values()).isDeepEqualTo(expected.array(array).values());
    }
    assertThat(actual.integers()).isEqualTo(expected.integers());
    assertThat(actual.program()).isEqualTo(expected.program());
  }

  @ParameterizedTest
  @ValueSource(strings = {"loihi1", "loihi2"})
  void squaresOfTheTraceAreRefused(String chip) {
    PlasticModel model = severalTerms(DrawnModels.model("dp-linear", 8, 0.125, 5, 12, 8), true);
    assertThatThrownBy(() -> layer(ChipProfiles.named(chip), model))
        .hasMessageContaining("L-FUNC")
        .hasMessageContaining("(trace.trace)");
  }

  private static <R, P> ImageLayer layer(ChipProfile<R, P> chip, PlasticModel model) {
    return ExportPipeline.to(chip)
        .run(model, Input.each(EXAMPLES), ExportOptions.DEFAULT)
        .layers()
        .getFirst();
  }
}
