package plastron.plasticity.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/** Refuses updates on spikes that have no meaning. */
final class TimingCheck {

  private TimingCheck() {}

  /** Checks traces and updates; {@code expressions} knows the rule's symbols. */
  static void check(
      String rule, List<Symbol> symbols, SpikeTiming timing, ExpressionCheck expressions) {
    Set<Symbol> traced = new HashSet<>();
    for (SpikeTrace trace : timing.traces()) {
      require(
          symbols.contains(trace.symbol()), rule, "defines trace (%s) undeclared", trace.symbol());
      require(traced.add(trace.symbol()), rule, "defines trace (%s) twice", trace.symbol());
    }
    for (Symbol symbol : symbols) {
      require(
          symbol.role() != Role.TRACE || traced.contains(symbol),
          rule,
          "never defines trace (%s)",
          symbol);
    }
    updates(rule, symbols, timing.onPre(), expressions, "on pre");
    updates(rule, symbols, timing.onPost(), expressions, "on post");
  }

  private static void updates(
      String rule,
      List<Symbol> symbols,
      List<Definition> updates,
      ExpressionCheck expressions,
      String when) {
    Set<Symbol> updated = new HashSet<>();
    for (Definition update : updates) {
      Symbol state = update.symbol();
      require(
          state.role() == Role.STATE && state.axis() == Axis.SYNAPSE && symbols.contains(state),
          rule,
          "updates (%s) " + when + ", which is no state of synapses",
          state);
      require(updated.add(state), rule, "updates state (%s) twice " + when, state);
      expressions.onSpike(update.value());
    }
  }

  private static void require(boolean holds, String rule, String complaint, Object value) {
    RuleCheck.require(holds, rule, complaint, value);
  }
}
