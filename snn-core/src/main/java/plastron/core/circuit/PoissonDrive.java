package plastron.core.circuit;

import plastron.core.check.Require;

/**
 * An independent Poisson train of spikes to every neuron of a range. A spike acts in the step in
 * which it falls.
 *
 * @param population name of the receiving population
 * @param from number of the first neuron that receives it
 * @param to number behind the last
 * @param rateHz of every train, at least 0
 * @param weight of every spike, in the unit of the receiving model
 * @param startMs first acts after this time, at least 0
 * @param stopMs last acts at this time; may be infinite
 */
public record PoissonDrive(
    String population,
    int from,
    int to,
    double rateHz,
    double weight,
    double startMs,
    double stopMs)
    implements CircuitDrive {

  public PoissonDrive {
    Require.given("Population of a Poisson drive", population);
    Require.finite("Weight of a Poisson drive", weight);
    Require.notNegative("Rate of a Poisson drive", rateHz);
    Require.notNegative("Start of a Poisson drive", startMs);
    if (!(stopMs >= startMs)) {
      throw new IllegalArgumentException(
          "Poisson drive of %s stops at %s ms, expected after its start at %s ms."
              .formatted(population, stopMs, startMs));
    }
  }

  /** A drive of all neurons of a population from start to end. */
  public static PoissonDrive of(CircuitPopulation population, double rateHz, double weight) {
    return new PoissonDrive(
        population.name(), 0, population.size(), rateHz, weight, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public String kind() {
    return "Poisson drive";
  }
}
