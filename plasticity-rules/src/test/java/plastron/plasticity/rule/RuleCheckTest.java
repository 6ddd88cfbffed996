package plastron.plasticity.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
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
  void acceptsAMatrixForEachOfTwoModulators() {
    Symbol m = rule.activity("m", Axis.MODULATOR);
    Symbol n = rule.activity("n", Axis.MODULATOR);
    rule.signal("M", Expr.dot(matrix("W_m"), m));
    rule.signal("N", Expr.dot(matrix("W_n"), n));
    assertThatCode(() -> rule.weight(Expr.ref(w))).doesNotThrowAnyException();
  }

  @Test
  void refusesAMatrixFromTwoModulators() {
    Symbol m = rule.activity("m", Axis.MODULATOR);
    Symbol n = rule.activity("n", Axis.MODULATOR);
    Symbol matrix = matrix("W_m");
    rule.signal("M", Expr.dot(matrix, m));
    rule.signal("N", Expr.sum(Expr.ref(y), Expr.dot(matrix, n)));
    refused(Expr.ref(w), "multiplies (W_m) with two populations' rates, (m) and (n)");
  }

  @Test
  void refusesValuesOfModulatingNeuronsThatAreNoActivity() {
    rule.parameter("v", Axis.MODULATOR, Bounds.NONE, "v");
    refused(Expr.ref(w), "has a value (v) of modulating neurons that is no activity");
  }

  @Test
  void acceptsAFunctionAroundAWholeSignal() {
    rule.signal("g", Expr.apply(new Function.Tanh(), Expr.sum(Expr.ref(y), Expr.dot(w, x))));
    assertThatCode(() -> rule.weight(Expr.ref(w))).doesNotThrowAnyException();
  }

  @Test
  void refusesAFunctionInsideASignal() {
    rule.signal("g", Expr.neg(Expr.apply(new Function.Sigmoid(), Expr.ref(y))));
    refused(Expr.ref(w), "has the function (sigmoid) elsewhere than around a whole signal");
  }

  @Test
  void refusesAFunctionOfAFunction() {
    Function positive = new Function.PositivePart();
    rule.signal("g", Expr.apply(new Function.Tanh(), Expr.apply(positive, Expr.ref(y))));
    refused(Expr.ref(w), "has the function (positive) elsewhere than around a whole signal");
  }

  @Test
  void refusesAFunctionInAnUpdate() {
    Symbol p = rule.state("p", Axis.POST, Bounds.NONE, "p");
    rule.update(p, Expr.apply(new Function.Clamp(0, 1), Expr.ref(y)));
    refused(Expr.ref(w), "has the function (clamp) elsewhere than around a whole signal");
  }

  @Test
  void refusesAFunctionInTheWeight() {
    refused(Expr.apply(new Function.Tanh(), Expr.ref(w)), "has the function (tanh) elsewhere");
  }

  @Test
  void refusesASynapseShapedFunction() {
    rule.signal("g", Expr.apply(new Function.Tanh(), Expr.ref(w)));
    refused(Expr.ref(w), "synapse-shaped signal (g)");
  }

  @Test
  void acceptsSeveralValuesFromOutside() {
    rule.external("M", Axis.GLOBAL, "M");
    rule.external("N", Axis.POST, "N");
    assertThatCode(() -> rule.weight(Expr.ref(w))).doesNotThrowAnyException();
  }

  @Test
  void refusesAValueFromOutsideForPreNeurons() {
    rule.external("M", Axis.PRE, "M");
    refused(Expr.ref(w), "has a value from outside (M) that is neither GLOBAL nor POST");
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

  private Symbol trace(String name, Axis axis) {
    return rule.trace(name, axis, 20, SpikeTrace.Entry.ADDED, name);
  }

  @Test
  void aStateMayChangeOnSpikesAlone() {
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    Symbol x1 = trace("x1", Axis.PRE);
    PlasticityRule timed = rule.onPost(e, Expr.sum(Expr.ref(e), Expr.ref(x1))).weight(Expr.ref(e));
    assertThat(timed.isTimed()).isTrue();
    assertThat(timed.isPlastic()).isTrue();
    assertThat(timed.delivery(Delivery.TRACE)).isEqualTo(Delivery.ARRIVAL);
  }

  @Test
  void refusesTracesElsewhereThanOnSpikes() {
    Symbol x1 = trace("x1", Axis.PRE);
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    rule.update(e, Expr.ref(x1));
    refused(Expr.ref(w), "reads trace (x1) elsewhere than on a spike");
  }

  @Test
  void refusesASignalThatReadsATrace() {
    rule.signal("g", Expr.ref(trace("x1", Axis.PRE)));
    refused(Expr.ref(w), "reads trace (x1) elsewhere than on a spike");
  }

  @Test
  void refusesRatesAndSignalsOnSpikes() {
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    rule.onPre(e, Expr.product(x, y));
    refused(Expr.ref(w), "reads (x) on a spike");
  }

  @Test
  void refusesNeuronsStatesOnSpikes() {
    Symbol p = rule.state("p", Axis.POST, Bounds.NONE, "p");
    rule.update(p, Expr.ref(y)).onPost(p, Expr.ref(p));
    refused(Expr.ref(w), "updates (p) on post, which is no state of synapses");
  }

  @Test
  void refusesTwoUpdatesOfOneKind() {
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    rule.onPre(e, Expr.ref(e)).onPre(e, Expr.ref(w));
    refused(Expr.ref(w), "updates state (E) twice on pre");
  }

  @Test
  void refusesTracesOfNoSideOrWithoutTime() {
    assertThatThrownBy(() -> trace("z", Axis.SYNAPSE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Trace (z, TRACE, SYNAPSE) must have the role TRACE on axis PRE or POST.");
    assertThatThrownBy(() -> rule.trace("z", Axis.PRE, 0, SpikeTrace.Entry.SET, "z"))
        .hasMessage("Time constant of trace z (0.0 steps) must be a positive number.");
  }

  private Symbol matrix(String name) {
    return rule.parameter(name, Axis.MODULATOR_POST, Bounds.NONE, name);
  }

  private void refused(Expr weight, String complaint) {
    assertThatThrownBy(() -> rule.weight(weight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Rule toy ")
        .hasMessageContaining(complaint);
  }
}
