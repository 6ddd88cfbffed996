package plastron.slayer.f64;

import java.util.Arrays;
import java.util.List;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleShape64;

/** What the backward sweep of one projection needs to know about a run of windows. */
final class ProjectionTape64 {

  /**
   * Rule states at the start of each window and after the last, {@code [window][update][from][to]}.
   */
  final double[][][][] state;

  /** Signals of the update at the end of each window, {@code [window][signal][0][n]}. */
  final double[][][][] signal;

  /**
   * Filtered pre spikes at the start of each window, {@code [window][filter state][pre]}; empty
   * unless needed.
   */
  final double[][][] trace;

  ProjectionTape64(RuleDerivation rule, RuleShape64 shape, int windows, int traceStates) {
    state = new double[windows + 1][rule.updates().size()][][];
    for (double[][][] window : state) {
      for (int u = 0; u < window.length; u++) {
        window[u] = shape.zeros(rule.updates().get(u).state().axis());
      }
    }
    List<Symbol> signals = rule.symbols().stream().filter(s -> s.role() == Role.SIGNAL).toList();
    signal = new double[windows][signals.size()][][];
    for (double[][][] window : signal) {
      Arrays.setAll(window, k -> shape.zeros(signals.get(k).axis()));
    }
    trace = new double[windows][traceStates][shape.pre()];
  }

  /** How many windows there is room for. */
  int windows() {
    return trace.length;
  }
}
