package plastron.plasticity.circuit;

import java.util.OptionalDouble;
import plastron.core.check.Require;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.RateEstimator;

/**
 * When a rule acts in a network with units, and what rates it reads.
 *
 * @param lengthMs time between two updates, ms, above 0, rounded to steps
 * @param referenceHz the rate that a rule sees as 1, Hz, above 0
 * @param tauMs time constant of a trace of the spikes that is the rate, ms, above 0; empty for the
 *     mean over the window
 */
public record RuleWindow(double lengthMs, double referenceHz, OptionalDouble tauMs) {

  public RuleWindow {
    Require.positive("Window of a rule", lengthMs);
    Require.positive("Reference rate of a rule", referenceHz);
    Require.given("Time constant of rates", tauMs)
        .ifPresent(tau -> Require.positive("Time constant of rates", tau));
  }

  /** Mean rates over windows. */
  public RuleWindow(double lengthMs, double referenceHz) {
    this(lengthMs, referenceHz, OptionalDouble.empty());
  }

  /** The same in steps. */
  Clock clock(double dtMs) {
    RateEstimator rates =
        tauMs.isPresent()
            ? new RateEstimator.ExponentialTrace(Math.exp(-dtMs / tauMs.getAsDouble()))
            : new RateEstimator.Boxcar();
    return new Clock(
        Math.toIntExact(Math.round(lengthMs / dtMs)), rates, referenceHz * dtMs / 1000);
  }
}
