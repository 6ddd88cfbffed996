package plastron.plasticity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.f64.RuleAdjoint64;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.print.RuleFormat;
import plastron.plasticity.rule.PlasticityRule;

/** A rule with two modulators, by hand: {@code E' = E - eta.N.E + M.e}. */
class TwoModulatorsTest {

  private static PlasticityRule rule(ModulatorSource m, ModulatorSource n) {
    return Catalogue.find("ndp-elig-decay")
        .orElseThrow()
        .build(RuleOptions.paper().modulatedBy(m).decayModulatedBy(n));
  }

  private static RuleFrame64 frame(RuleDerivation rule, RuleShape64 shape) {
    RuleFrame64 frame = new RuleFrame64(rule, shape);
    frame.of("eta")[0][0] = 0.5;
    frame.of("E")[0][0] = 2;
    frame.of("e")[0][0] = 3;
    return frame;
  }

  @Test
  void twoPopulationsOfDifferentSize() {
    RuleDerivation rule =
        RuleDerivation.of(rule(new ModulatorSource.Layer(1), new ModulatorSource.Layer(2)));
    RuleShape64 shape = new RuleShape64(1, 1, rule.modulators(Map.of("m", 1, "n", 3)), Axis.PRE);
    RuleFrame64 frame = frame(rule, shape);
    frame.of("m")[0][0] = 2;
    frame.of("W_m")[0][0] = 0.25;
    frame.of("n")[0] = new double[] {1, 2, 3};
    double[][] matrix = frame.of("W_n");
    assertThat(matrix).hasDimensions(3, 1);
    for (int k = 0; k < 3; k++) {
      matrix[k][0] = 0.1;
    }
    new RuleProgram64(rule, shape).update(frame);
    assertThat(next(rule, frame)).isEqualTo(2 - 0.5 * 0.6 * 2 + 0.5 * 3, within(1e-15));

    RuleFrame64 adjoint = new RuleFrame64(rule, shape);
    adjoint.next[index(rule)][0][0] = 1;
    new RuleAdjoint64(rule, shape).update(frame, adjoint.next, adjoint.value);
    assertThat(adjoint.of("W_n")).isDeepEqualTo(new double[][] {{-1}, {-2}, {-3}});
    assertThat(adjoint.of("W_m")[0][0]).isEqualTo(6);
    assertThat(adjoint.of("n")[0]).containsExactly(-0.1, -0.1, -0.1);
    assertThat(adjoint.of("m")[0]).containsExactly(0.75);
  }

  @Test
  void twoSignalsFromOutside() {
    RuleDerivation rule =
        RuleDerivation.of(
            rule(
                new ModulatorSource.ExternalVector(),
                new ModulatorSource.Tanh(new ModulatorSource.ExternalScalar())));
    RuleShape64 shape = new RuleShape64(1, 2, 0);
    RuleFrame64 frame = frame(rule, shape);
    frame.of("E")[0][1] = 2;
    frame.of("e")[0][1] = 3;
    frame.of("M")[0] = new double[] {1, -1};
    frame.of("N")[0][0] = 0.3;
    new RuleProgram64(rule, shape).update(frame);
    double kept = 2 - 0.5 * Math.tanh(0.3) * 2;
    assertThat(frame.next[index(rule)][0])
        .containsExactly(new double[] {kept + 3, kept - 3}, within(1e-15));
  }

  @Test
  void thePrintedRuleNamesBoth() {
    PlasticityRule rule =
        rule(
            new ModulatorSource.Tanh(new ModulatorSource.Layer(1)), new ModulatorSource.OwnLayer());
    assertThat(RuleFormat.TEXT.printWithNormalForm(rule))
        .contains("M  = tanh(Dot(W_m, m))")
        .contains("N  = Dot(W_n, y)")
        .contains("E' = E - eta.N.E + M.e")
        .contains("M         = tanh(dot_W_m_m)");
    assertThat(RuleFormat.LATEX.print(rule)).contains("M &= \\tanh\\left(W_m \\, m\\right) &&");
  }

  private static int index(RuleDerivation rule) {
    for (int u = 0; u < rule.updates().size(); u++) {
      if (rule.updates().get(u).state().name().equals("E")) {
        return u;
      }
    }
    throw new AssertionError("no E");
  }

  private static double next(RuleDerivation rule, RuleFrame64 frame) {
    return frame.next[index(rule)][0][0];
  }
}
