package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.RoundedState;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.program.LoihiProgram;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleInterpreter64;
import plastron.plasticity.f64.RuleShape64;

/** Training is told which products of a rule round down, and to what. */
class FlooredProductsTest {

  private static final int[] SIZES = {20, 12, 4};

  /** Coefficients are right to a few per cent. */
  private static final double COEFFICIENT = 0.04;

  private static List<ScaledLayer<LoihiProgram>> layers(String rule) {
    return ExportPipeline.to(new Loihi2())
        .scales(
            DrawnModels.model(rule, 16, 0.125, 3, SIZES),
            Input.each(DrawnModels.inputs(8, 320, SIZES[0], 1)),
            new ExportOptions(1, Map.of()))
        .layers();
  }

  /** Before they are rounded they add up to the rule's own update, whatever its symbols are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dp-linear",
        "dp-oja",
        "dp-oja-classic",
        "dp-oja-local",
        "ndp-linear",
        "ndp-oja",
        "ndp-oja-local",
        "ndp-elig"
      })
  void theyAddUpToTheUpdate(String name) {
    RuleDerivation rule =
        RuleDerivation.of(
            DrawnModels.model(name, 16, 0.125, 3, SIZES).graph().sites().getFirst().rule());
    Random random = new Random(name.hashCode());
    RuleShape64 shape = new RuleShape64(1, 1, 1);
    for (ScaledLayer<LoihiProgram> layer : layers(name)) {
      RuleFrame64 frame = new RuleFrame64(rule, shape);
      int tried = 0;
      for (int trial = 0; trial < 40; trial++) {
        for (Symbol symbol : rule.symbols()) {
          frame.value[rule.index(symbol)][0][0] =
              random.nextDouble(0.05, 0.4) * sign(symbol, random);
        }
        constants(name, rule, frame);
        new RuleInterpreter64(rule).update(frame);
        for (RoundedState state : layer.states()) {
          if (!state.products().isEmpty()) {
            check(rule, frame, state);
            tried++;
          }
        }
      }
      assertThat(tried).isGreaterThan(0);
    }
  }

  private static int sign(Symbol symbol, Random random) {
    return symbol.role() == Role.ACTIVITY || random.nextBoolean() ? 1 : -1;
  }

  /** What stands in the instructions is what the layers have. */
  private static void constants(String name, RuleDerivation rule, RuleFrame64 frame) {
    Map<String, double[][]> parameters =
        DrawnModels.model(name, 16, 0.125, 3, SIZES).graph().projections().getFirst().parameters();
    for (Symbol symbol : rule.rule().symbols(Role.PARAMETER)) {
      if (symbol.axis() == Axis.GLOBAL) {
        frame.value[rule.index(symbol)][0][0] =
            Objects.requireNonNull(parameters.get(symbol.name()))[0][0];
      }
    }
  }

  private static void check(RuleDerivation rule, RuleFrame64 frame, RoundedState state) {
    int update = rule.updates().stream().map(NormalUpdate::state).toList().indexOf(state.state());
    double now = frame.value[rule.index(state.state())][0][0];
    double factor = state.factor().map(f -> frame.value[rule.index(f)][0][0]).orElse(1.0);
    double wanted = factor * (frame.next[update][0][0] - now) / state.grid().step();
    double sum = 0;
    double magnitude = 0;
    for (FlooredProduct product : state.products().stream().filter(p -> !p.makesUp()).toList()) {
      double value = product.coefficient() * product.step();
      for (FlooredProduct.Factor f : product.factors()) {
        double units = 1 / f.unit();
        for (String symbol : f.symbols()) {
          units *= value(rule, frame, symbol);
        }
        double read = f.symbols().isEmpty() ? 0 : Math.max(units, f.low());
        value *= read + f.constant();
      }
      sum += value;
      magnitude += Math.abs(value);
    }
    assertThat(sum)
        .as("%s: %s", state.state(), state.products())
        .isCloseTo(wanted, within(COEFFICIENT * magnitude + 1e-9));
  }

  private static double value(RuleDerivation rule, RuleFrame64 frame, String name) {
    Symbol symbol =
        rule.symbols().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    return frame.value[rule.index(symbol)][0][0];
  }
}
