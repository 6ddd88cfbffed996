package plastron.spinnaker.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.RuleExplanation;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** What becomes of the catalogue's rules. */
class RulesTest {

  private static final Set<String> REFUSED =
      Set.of("ndp-elig", "ndp-elig-decay", "stdp", "stdp-triplet", "stdp-dopamine");

  static Iterable<RuleFamily> families() {
    return Catalogue.families();
  }

  private static RuleExplanation explain(String rule, RuleOptions options) {
    return ChipProfiles.named("spinnaker1")
        .explain(Catalogue.find(rule).orElseThrow().build(options));
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyRuleRunsOrIsRefusedWithAWayOut(RuleFamily family) {
    RuleExplanation explanation = explain(family.name(), RuleOptions.paper());
    assertThat(explanation.runs()).isNotEqualTo(REFUSED.contains(family.name()));
    if (!explanation.runs()) {
      assertThat(explanation.lines().getFirst()).startsWith("S-");
      assertThat(explanation.lines().getLast()).startsWith("Maybe ");
    }
  }

  @Test
  void aRuleIsPrintedAsStatements() {
    assertThat(explain("ndp-bcm", RuleOptions.paper()).lines())
        .startsWith(
            "M[j] = sat(rn(sum_q W_m[q][j] * m[q], 15))",
            "P[j] = sat(rn(M[j] * r_post[j], 15))",
            "b[i] = sat(rn(r_pre[i] * (r_pre[i] - (phi[i] + psi[i])), 15))",
            "G[i] = rn(gain * b[i], 15)",
            "phi[i] = rn(phi[i] * (65536 - eta_phi) + r_pre[i] * eta_phi, 16)",
            "E[i][j] = sat(rn(E[i][j] * (65536 - eta) + P[j] * G[i], 16))",
            "with eta = eta, gain = eta",
            "with M = W_m.y");
  }

  @Test
  void theConstantModulatorMakesTheDpRule() {
    RuleOptions one = RuleOptions.paper().modulatedBy(new ModulatorSource.ConstantOne());
    assertThat(explain("ndp-oja", one).lines())
        .isEqualTo(explain("dp-oja", RuleOptions.paper()).lines());
  }

  @Test
  void aSecondTraceIsRefused() {
    assertThat(explain("ndp-elig", RuleOptions.paper()).lines())
        .containsExactly(
            "S-STATE state e is a second number that changes at every synapse; a plastic row holds"
                + " one, E (16 bits a synapse are written back).",
            "Maybe use a rule with one trace a synapse, such as ndp-linear.");
  }

  @Test
  void aSecondTraceWithAModulatedDecayIsRefused() {
    assertThat(explain("ndp-elig-decay", RuleOptions.paper()).lines())
        .isEqualTo(explain("ndp-elig", RuleOptions.paper()).lines());
  }

  @Test
  void aFunctionOfASignalIsRefused() {
    ModulatorSource tanh = new ModulatorSource.Tanh(new ModulatorSource.OwnLayer());
    assertThat(explain("ndp-linear", RuleOptions.paper().modulatedBy(tanh)).lines())
        .containsExactly(
            "S-FUNCTION term eta.x.M.y needs M = tanh(dot_W_m_y); a core's kernels add and"
                + " multiply.",
            "Maybe end M without the function tanh.");
  }

  @Test
  void theHostWritesModulatorsFromOutside() {
    for (ModulatorSource source :
        List.of(new ModulatorSource.ExternalScalar(), new ModulatorSource.ExternalVector())) {
      RuleOptions external = RuleOptions.paper().modulatedBy(source);
      for (String rule : List.of("ndp-linear", "ndp-oja", "ndp-oja-local", "ndp-bcm")) {
        assertThat(explain(rule, external).lines())
            .as(rule)
            .startsWith("M[j] = sat(written by the host)", "P[j] = sat(rn(M[j] * r_post[j], 15))");
      }
      RuleOptions tanh = RuleOptions.paper().modulatedBy(new ModulatorSource.Tanh(source));
      assertThat(explain("ndp-linear", tanh).lines().getFirst()).startsWith("S-FUNCTION term ");
    }
  }

  @Test
  void whatComesFromOutsideIsAModulatorOnly() {
    ModulatorSource outside = new ModulatorSource.ExternalScalar();
    RuleBuilder rule = PlasticityRule.named("told");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "h");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    Symbol reward = rule.external("R", Axis.GLOBAL, "R");
    rule.update(e, Expr.sum(Expr.ref(e), Expr.product(eta, reward, x)));

    assertThat(RuleWording.explain(rule.weight(Expr.ref(e))).lines())
        .containsExactly(
            "S-EXTERNAL term R.eta.x of the update of E reads R, which comes from outside the"
                + " network; a core takes it as M of a post factor M.y only.",
            "Maybe multiply it with the rate of the post neuron.");
    assertThat(explain("ndp-elig", RuleOptions.paper().modulatedBy(outside)).lines().getFirst())
        .startsWith("S-STATE ");
  }
}
