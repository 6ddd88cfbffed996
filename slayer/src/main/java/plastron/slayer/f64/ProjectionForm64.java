package plastron.slayer.f64;

import java.util.List;
import plastron.core.network.Delivery;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.layered.LayerSynapses;
import plastron.slayer.sweep.SweepOptions;

/**
 * One projection before any array of a sweep is made: all that decides what these are.
 *
 * @param from index of the sending population, 0 for the input
 * @param to index of the receiving population
 * @param modulator index of the modulating population, -1 if there is none
 * @param latency steps between a spike and its first effect, at least 0
 * @param filter the kernel
 * @param refreshed whether delivery by trace has to form currents anew in every window
 */
record ProjectionForm64(
    int from,
    int to,
    int modulator,
    RuleDerivation rule,
    RuleShape64 shape,
    int latency,
    Filter64 filter,
    boolean refreshed) {

  /**
   * The form of a projection.
   *
   * @param sizes of all populations, the input first
   */
  static ProjectionForm64 of(
      LayerSynapses projection, int from, int to, int[] sizes, SweepOptions options) {
    int modulator = projection.modulatorPopulation();
    int pre = sizes[from];
    int post = sizes[to];
    RuleDerivation rule = RuleDerivation.of(projection.rule());
    // Where weights never change and no gradient is cut, forming currents anew changes nothing.
    boolean renewed = options.truncateWindows() < Integer.MAX_VALUE || !rule.updates().isEmpty();
    return new ProjectionForm64(
        from,
        to,
        modulator,
        rule,
        new RuleShape64(
            pre, post, modulator < 0 ? 0 : sizes[modulator], Synapses64.rows(pre, post)),
        // What a population sends to itself has no effect before the next step.
        projection.latency() + (from == to ? 1 : 0),
        Filter64.of(projection.kernel()),
        renewed && projection.delivery() == Delivery.TRACE);
  }

  /** Whether the pre spikes depend on parameters. */
  boolean inner() {
    return from > 0;
  }

  /** How many rows of filtered inputs there are. */
  int traceStates() {
    return refreshed ? filter.stateCount() : 0;
  }

  /** The symbols that the rule reads rates by. */
  List<Symbol> rates() {
    return rule.rule().symbols(Role.ACTIVITY);
  }

  /** The population whose rates a symbol is. */
  int population(Symbol rate) {
    return rate.axis() == Axis.PRE ? from : rate.axis() == Axis.POST ? to : modulator;
  }
}
