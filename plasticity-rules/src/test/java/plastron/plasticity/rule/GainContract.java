package plastron.plasticity.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleInterpreter64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.kit.ProgramLaws;
import plastron.plasticity.kit.RuleCase;
import plastron.plasticity.kit.RuleLaws;
import plastron.plasticity.kit.Sides;

/** Any rule of the catalogue with a gain is a rule like any other. */
class GainContract {

  private static final Sides SIDES = new Sides(4, 3, List.of(2, 5, 4), Axis.PRE);

  private static Stream<PlasticityRule> rules() {
    ModulatorSource layer = new ModulatorSource.Layer(0);
    RuleOptions modulated = RuleOptions.paper().clippedAt(0.4).modulatedBy(layer);
    return Catalogue.families().stream()
        .map(family -> family.build(modulated.decayModulatedBy(layer)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleWithAGainKeepsTheLaws() {
    return rules()
        .map(Gain::of)
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> RuleLaws.laws(rule)));
  }

  @TestFactory
  Stream<DynamicTest> aGainScalesTheWeightAndNothingElse() {
    return rules().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> scales(rule)));
  }

  private static void scales(PlasticityRule rule) {
    RuleCase plain = RuleCase.of(rule, SIDES, 3);
    RuleCase gained = RuleCase.of(Gain.of(rule), SIDES, 3);
    RuleFrame64 one = plain.frame();
    RuleFrame64 two = gained.frame();
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() != Role.SIGNAL) {
        two.value[gained.derivation().index(symbol)] = one.of(symbol.name());
      }
    }
    double[] before = two.of(Gain.STATE)[0].clone();
    double[] after = new double[3];
    for (int i = 0; i < 3; i++) {
      before[i] = two.of(Gain.STATE)[0][i];
      for (int k = 0; k < two.of(Gain.RATES)[0].length; k++) {
        after[i] += two.of(Gain.RATES)[0][k] * two.of(Gain.MATRIX)[k][i];
      }
    }
    sameWeights(plain, one, gained, two, before);
    new RuleInterpreter64(plain.derivation()).update(one);
    new RuleInterpreter64(gained.derivation()).update(two);
    for (int u = 0; u < one.next.length; u++) {
      assertThat(two.next[u]).isDeepEqualTo(one.next[u]);
    }
    ProgramLaws.advance(plain.derivation(), one);
    ProgramLaws.advance(gained.derivation(), two);
    assertThat(two.of(Gain.STATE)[0]).containsExactly(after);
    sameWeights(plain, one, gained, two, after);
  }

  private static void sameWeights(
      RuleCase plain, RuleFrame64 one, RuleCase gained, RuleFrame64 two, double[] gain) {
    double[][] weight = new double[4][3];
    double[][] scaled = new double[4][3];
    new RuleInterpreter64(plain.derivation()).weight(one, weight);
    new RuleInterpreter64(gained.derivation()).weight(two, scaled);
    for (int j = 0; j < 4; j++) {
      for (int i = 0; i < 3; i++) {
        assertThat(scaled[j][i]).isCloseTo((1 + gain[i]) * weight[j][i], within(1e-13));
      }
    }
  }

  @Test
  void theFirstWindowHasTheRulesOwnBits() {
    PlasticityRule rule = Catalogue.find("dp-oja").orElseThrow().build(RuleOptions.paper());
    RuleCase plain = RuleCase.of(rule, SIDES, 5);
    RuleDerivation gained = RuleDerivation.of(Gain.of(rule));
    RuleFrame64 one = plain.frame();
    RuleFrame64 two = new RuleFrame64(gained, new RuleShape64(4, 3, 2));
    for (String name : List.of("W", "alpha", "E")) {
      two.value[gained.index(rule.symbol(name).orElseThrow())] = one.of(name);
    }
    double[][] weight = new double[4][3];
    double[][] first = new double[4][3];
    new RuleInterpreter64(plain.derivation()).weight(one, weight);
    new RuleInterpreter64(gained).weight(two, first);
    assertThat(first).isDeepEqualTo(weight);
  }

  @Test
  void aGainOfAGainIsRefused() {
    PlasticityRule rule = Catalogue.find("static").orElseThrow().build(RuleOptions.paper());
    assertThatThrownBy(() -> Gain.of(Gain.of(rule)))
        .hasMessage("Rule static-gain-gain declares symbol (a) twice.");
  }
}
