package plastron.plasticity.rule;

import plastron.core.check.Require;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * A number of each neuron of one side that its spikes push up and that decays in between: {@code
 * x[t] = decay . x[t-1]}, read in that form by everything that happens in step {@code t}, and
 * afterwards raised by the spikes of that step. It starts every episode at 0.
 *
 * @param symbol its name, of role TRACE on axis PRE or POST
 * @param timeConstant steps in which it falls to 1/e, above 0
 * @param entry what a spike does to it
 */
public record SpikeTrace(Symbol symbol, double timeConstant, Entry entry) {

  /** What a spike does to a trace. */
  public enum Entry {
    /** Adds 1: all spikes of the past count. */
    ADDED,
    /** Sets it to 1: only the last spike counts. */
    SET
  }

  public SpikeTrace {
    Require.given("Symbol of a trace", symbol);
    Require.given("Entry of trace " + symbol, entry);
    if (symbol.role() != Role.TRACE || (symbol.axis() != Axis.PRE && symbol.axis() != Axis.POST)) {
      throw new IllegalArgumentException(
          "Trace (%s, %s, %s) must have the role TRACE on axis PRE or POST."
              .formatted(symbol, symbol.role(), symbol.axis()));
    }
    if (!(timeConstant > 0) || Double.isInfinite(timeConstant)) {
      throw new IllegalArgumentException(
          "Time constant of trace %s (%s steps) must be a positive number."
              .formatted(symbol, timeConstant));
    }
  }

  /** What a step leaves of it, {@code exp(-1 / timeConstant)}. */
  public double decay() {
    return Math.exp(-1 / timeConstant);
  }
}
