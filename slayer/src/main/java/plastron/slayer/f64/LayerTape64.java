package plastron.slayer.f64;

import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.f64.RuleShape64;

/** What the backward sweep of one layer needs to know about a run of windows. */
final class LayerTape64 {

  /** Potentials, {@code [step][post]}, steps counted from the first window on the tape. */
  final double[][] potential;

  /**
   * Rule states at the start of each window and after the last, {@code [window][update][from][to]}.
   */
  final double[][][][] state;

  /**
   * Filtered pre spikes at the start of each window, {@code [window][filter state][pre]}; empty
   * unless needed.
   */
  final double[][][] trace;

  LayerTape64(
      RuleDerivation rule, RuleShape64 shape, int windows, int windowSteps, int traceStates) {
    potential = new double[windows * windowSteps][shape.post()];
    state = new double[windows + 1][rule.updates().size()][][];
    for (double[][][] window : state) {
      for (int u = 0; u < window.length; u++) {
        window[u] = shape.zeros(rule.updates().get(u).state().axis());
      }
    }
    trace = new double[windows][traceStates][shape.pre()];
  }

  /** How many windows there is room for. */
  int windows() {
    return trace.length;
  }
}
