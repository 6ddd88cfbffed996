package plastron.plasticity.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;

/** What single spikes may do in a rule. */
class TimingCheckTest {

  private final RuleBuilder rule = PlasticityRule.named("toy");
  private final Symbol x = rule.activity("x", Axis.PRE);
  private final Symbol y = rule.activity("y", Axis.POST);
  private final Symbol w = rule.parameter("W", Axis.SYNAPSE);

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

  private void refused(Expr weight, String complaint) {
    assertThatThrownBy(() -> rule.weight(weight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Rule toy ")
        .hasMessageContaining(complaint);
  }
}
