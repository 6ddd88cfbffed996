package plastron.loihi.learning;

import plastron.core.ledger.Departure;
import plastron.loihi.arithmetic.TraceImpulse;

/**
 * One trace.
 *
 * @param impulse what a spike adds
 * @param decay factor of one step, 0 (no memory) to 1
 */
@Departure(
    from = "Lava",
    manner = Departure.Manner.FOLLOWED,
    what = "A time constant of 0 means a trace without memory, not one that does not decay.",
    reason = "The vectors have it; imported rules with it are warned of (L-TRACE-RES).",
    test = "ExhaustiveTracesTest.everyTraceOfEveryDecay")
public record TraceParameters(TraceImpulse impulse, double decay) {

  /** A trace that stays 0. */
  public static final TraceParameters OFF = new TraceParameters(TraceImpulse.NONE, 0);

  /**
   * A trace that the neuron program writes in every step (three-factor rules): no impulse, tau
   * 65535.
   */
  public static final TraceParameters WRITTEN = of(0, 65535);

  /** Checks the factor. */
  public TraceParameters {
    if (!(decay >= 0 && decay <= 1)) {
      throw new IllegalArgumentException(
          "The decay factor (%s) of a trace should be in [0, 1].".formatted(decay));
    }
  }

  /**
   * A trace in Lava's parameters.
   *
   * @param impulse at least 0, split into 8 fraction bits
   * @param tau time constant in steps, at least 0; 0 means no memory
   */
  public static TraceParameters of(double impulse, double tau) {
    if (!(tau >= 0)) {
      throw new IllegalArgumentException(
          "The time constant (%s) of a trace should be a number from 0.".formatted(tau));
    }
    return new TraceParameters(TraceImpulse.lava(impulse), tau == 0 ? 0 : Math.exp(-1 / tau));
  }

  /** What the trace tends to if its neuron spikes in every step; infinite without decay. */
  public double limit() {
    return (impulse.whole() + impulse.fraction() / 128.0) / (1 - decay);
  }

  /** Whether the trace can only be 0 unless it is written. */
  public boolean off() {
    return decay == 0 && impulse.equals(TraceImpulse.NONE);
  }
}
