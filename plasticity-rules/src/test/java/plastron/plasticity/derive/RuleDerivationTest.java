package plastron.plasticity.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleInterpreter64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

class RuleDerivationTest {

  @Test
  void productsWhoseNamesRunTogetherStaySeparate() {
    RuleBuilder builder = PlasticityRule.named("r");
    Symbol a = builder.parameter("a", Axis.SYNAPSE, Bounds.NONE, "a");
    Symbol ab = builder.parameter("a_b", Axis.SYNAPSE, Bounds.NONE, "a");
    Symbol bx = builder.activity("b_x", Axis.PRE);
    Symbol x = builder.activity("x", Axis.PRE);
    builder.signal("g", Expr.sum(Expr.dot(ab, x), Expr.dot(a, bx)));
    assertThat(signal(builder.weight(Expr.ref(a)))).isEqualTo(2 * 3 + 5 * 7);
  }

  @Test
  void aDeclaredSignalIsNotMistakenForAProduct() {
    RuleBuilder builder = PlasticityRule.named("r");
    Symbol a = builder.parameter("a", Axis.SYNAPSE, Bounds.NONE, "a");
    Symbol bx = builder.activity("b_x", Axis.PRE);
    builder.parameter("a_b", Axis.SYNAPSE, Bounds.NONE, "a");
    builder.activity("x", Axis.PRE);
    Symbol y = builder.activity("y", Axis.POST);
    Symbol taken = builder.signal("dot_a_b_x", Expr.neg(Expr.ref(y)));
    builder.signal("g", Expr.sum(Expr.dot(a, bx), Expr.ref(taken)));
    assertThat(signal(builder.weight(Expr.ref(a)))).isEqualTo(5 * 7);
  }

  @Test
  void aProductThatOccursTwiceIsComputedOnce() {
    RuleBuilder builder = PlasticityRule.named("r");
    Symbol a = builder.parameter("a", Axis.SYNAPSE, Bounds.NONE, "a");
    Symbol x = builder.activity("x", Axis.PRE);
    builder.signal("g", Expr.product(Expr.dot(a, x), Expr.dot(a, x)));
    builder.signal("h", Expr.dot(a, x));
    RuleDerivation derivation = RuleDerivation.of(builder.weight(Expr.ref(a)));
    assertThat(derivation.signals()).hasSize(3);
    assertThat(derivation.symbols()).hasSize(5);
  }

  @Test
  void theOperandOfAFunctionIsASignalOfItsOwn() {
    RuleBuilder builder = PlasticityRule.named("r");
    Symbol a = builder.parameter("a", Axis.SYNAPSE, Bounds.NONE, "a");
    Symbol x = builder.activity("x", Axis.PRE);
    Symbol y = builder.activity("y", Axis.POST);
    Expr sum = Expr.sum(Expr.dot(a, x), Expr.ref(y));
    builder.signal("f", Expr.apply(new Function.Tanh(), sum));
    RuleDerivation rule = RuleDerivation.of(builder.weight(Expr.ref(a)));
    assertThat(rule.symbols()).extracting(Symbol::name).endsWith("dot_a_x", "in_f");
    assertThat(rule.signals())
        .extracting(step -> step.symbol().name())
        .containsExactly("dot_a_x", "in_f", "f");
    assertThat(rule.dependents(Set.of(x))).extracting(Symbol::name).contains("f");
  }

  @Test
  void whatHasANameAlreadyNeedsNoOther() {
    RuleBuilder builder = PlasticityRule.named("r");
    Symbol a = builder.parameter("a", Axis.SYNAPSE, Bounds.NONE, "a");
    Symbol y = builder.activity("y", Axis.POST);
    builder.signal("f", Expr.apply(new Function.PositivePart(), Expr.ref(y)));
    RuleDerivation rule = RuleDerivation.of(builder.weight(Expr.ref(a)));
    assertThat(rule.symbols()).hasSize(3);
    assertThat(rule.signals()).hasSize(1);
  }

  /** The signal g for a = 5, b_x = 7, a_b = 2, x = 3 with one neuron on either side. */
  private static double signal(PlasticityRule rule) {
    RuleDerivation derivation = RuleDerivation.of(rule);
    RuleFrame64 frame = new RuleFrame64(derivation, new RuleShape64(1, 1, 0));
    frame.of("a")[0][0] = 5;
    frame.of("b_x")[0][0] = 7;
    frame.of("a_b")[0][0] = 2;
    frame.of("x")[0][0] = 3;
    new RuleInterpreter64(derivation).update(frame);
    return frame.of("g")[0][0];
  }
}
