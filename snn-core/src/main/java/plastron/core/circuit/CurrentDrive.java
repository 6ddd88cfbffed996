package plastron.core.circuit;

import plastron.core.check.Require;
import plastron.core.ledger.Departure;

/**
 * A current into every neuron of a range: constant, or Gaussian noise that is drawn anew for each
 * neuron in every interval and held for so long (NEST's noise_generator). It acts as the constant
 * current of the model does, in the time from start to stop.
 *
 * @param population name of the receiving population
 * @param from number of the first neuron that receives it
 * @param to number behind the last
 * @param meanPa mean, pA
 * @param deviationPa standard deviation, pA, at least 0
 * @param intervalMs for how long a drawn current is held, from the start on, ms, above 0; may be
 *     infinite; rounded to steps, one at least
 * @param startMs first acts after this time, at least 0
 * @param stopMs last acts at this time; may be infinite
 */
@Departure(
    from = "NEST",
    what =
        "Currents of generators come later by the delay of their connection and a step; here they"
            + " act from start to stop.",
    reason = "A drive has no synapses, and times are what they say.",
    test = "CurrentDriveTest.actsFromStartToStop")
public record CurrentDrive(
    String population,
    int from,
    int to,
    double meanPa,
    double deviationPa,
    double intervalMs,
    double startMs,
    double stopMs)
    implements CircuitDrive {

  public CurrentDrive {
    Require.given("Population of a current", population);
    Require.finite("Mean of a current", meanPa);
    Require.notNegative("Deviation of a current", deviationPa);
    Require.notNegative("Start of a current", startMs);
    if (!(intervalMs > 0)) {
      throw new IllegalArgumentException(
          "Interval of a current (%s ms) must be above 0.".formatted(intervalMs));
    }
    if (!(stopMs >= startMs)) {
      throw new IllegalArgumentException(
          "Current into %s stops at %s ms, expected after its start at %s ms."
              .formatted(population, stopMs, startMs));
    }
  }

  /** A current without noise. */
  public static CurrentDrive constant(
      String population, int from, int to, double currentPa, double startMs, double stopMs) {
    return new CurrentDrive(
        population, from, to, currentPa, 0, Double.POSITIVE_INFINITY, startMs, stopMs);
  }

  @Override
  public String kind() {
    return "Current";
  }
}
