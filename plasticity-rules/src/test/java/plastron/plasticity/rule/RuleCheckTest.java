package plastron.plasticity.rule;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/** Rules without a meaning are refused in one line that names the rule and the symbol. */
class RuleCheckTest {

  private RuleBuilder rule = PlasticityRule.named("toy");
  private Symbol x = rule.activity("x", Axis.PRE);
  private Symbol y = rule.activity("y", Axis.POST);
  private Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");

  @BeforeEach
  void declare() {
    rule = PlasticityRule.named("toy");
    x = rule.activity("x", Axis.PRE);
    y = rule.activity("y", Axis.POST);
    w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
  }

  @Test
  void acceptsARuleWithoutStates() {
    assertThatCode(() -> rule.weight(Expr.ref(w))).doesNotThrowAnyException();
  }

  @Test
  void refusesTwoSymbolsOfOneName() {
    rule.activity("x", Axis.POST);
    refused(Expr.ref(w), "declares symbol (x) twice");
  }

  @Test
  void refusesActivitiesOfNoNeurons() {
    rule.activity("z", Axis.GLOBAL);
    refused(Expr.ref(w), "activity (z) that is not one of PRE, POST or MODULATOR neurons");
  }

  @Test
  void refusesASynapseShapedSignal() {
    rule.signal("g", Expr.product(x, y));
    refused(Expr.ref(w), "synapse-shaped signal (g)");
  }

  @Test
  void refusesASignalWithoutDefinition() {
    Symbol b = Symbol.of("b", Axis.PRE, Role.SIGNAL);
    assertThatThrownBy(
            () ->
                new PlasticityRule(
                    "toy", "", "", List.of(x, y, w, b), List.of(), List.of(), Expr.ref(w)))
        .hasMessage("Rule toy never defines signal (b).");
  }

  @Test
  void refusesASignalOfAnotherShapeThanDeclared() {
    Symbol declared = Symbol.of("b", Axis.PRE, Role.SIGNAL);
    Definition other = new Definition(Symbol.of("b", Axis.POST, Role.SIGNAL), Expr.ref(y));
    assertThatThrownBy(
            () ->
                new PlasticityRule(
                    "toy",
                    "",
                    "",
                    List.of(x, y, w, declared),
                    List.of(other),
                    List.of(),
                    Expr.ref(w)))
        .hasMessage("Rule toy defines signal (b) undeclared.");
  }

  @Test
  void refusesAStateWithoutUpdate() {
    rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    refused(Expr.ref(w), "never updates state (E)");
  }

  @Test
  void refusesTwoUpdatesOfAState() {
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    rule.update(e, Expr.ref(e)).update(e, Expr.ref(w));
    refused(Expr.ref(w), "updates state (E) twice");
  }

  @Test
  void refusesAnUpdateOfAParameter() {
    rule.update(w, Expr.ref(w));
    refused(Expr.ref(w), "updates (W), which is no state");
  }

  @Test
  void refusesAMatrixVectorProductOutsideASignal() {
    Symbol p = rule.state("p", Axis.POST, Bounds.NONE, "p");
    rule.update(p, Expr.dot(w, x));
    refused(Expr.ref(w), "matrix-vector product with (W) outside a signal");
  }

  @Test
  void refusesASymbolOfAnotherRule() {
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    rule.update(e, Expr.ref(Symbol.of("z", Axis.PRE, Role.ACTIVITY)));
    refused(Expr.ref(w), "uses (z) before it is declared");
  }

  @Test
  void refusesAWeightThatIsNoMatrix() {
    refused(Expr.constant(1), "effective weight of axis (GLOBAL)");
  }

  @Test
  void refusesAWeightThatReadsTheWindow() {
    Symbol g = rule.signal("g", Expr.ref(y));
    refused(Expr.sum(Expr.ref(w), Expr.ref(x)), "effective weight that reads (x)");
    refused(Expr.sum(Expr.ref(w), Expr.ref(g)), "effective weight that reads (g)");
  }

  @Test
  void refusesASignalThatIsNotDeclaredAsOne() {
    Definition signal = new Definition(y, Expr.ref(y));
    assertThatThrownBy(
            () ->
                new PlasticityRule(
                    "toy", "", "", List.of(y, w), List.of(signal), List.of(), Expr.ref(w)))
        .hasMessageContaining("Rule toy defines (y) as a signal");
  }

  @Test
  void refusesAnUpdateOfAnUndeclaredState() {
    Symbol e = Symbol.of("E", Axis.SYNAPSE, Role.STATE);
    Definition update = new Definition(e, Expr.ref(w));
    assertThatThrownBy(
            () ->
                new PlasticityRule(
                    "toy", "", "", List.of(w), List.of(), List.of(update), Expr.ref(w)))
        .hasMessageContaining("Rule toy updates (E), which is no state");
  }

  @Test
  void refusesAnUpdateLargerThanItsState() {
    Symbol p = rule.state("p", Axis.POST, Bounds.NONE, "p");
    assertThatThrownBy(() -> rule.update(p, Expr.ref(x)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Definition of p (axis POST)");
  }

  private void refused(Expr weight, String complaint) {
    assertThatThrownBy(() -> rule.weight(weight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Rule toy ")
        .hasMessageContaining(complaint);
  }
}
