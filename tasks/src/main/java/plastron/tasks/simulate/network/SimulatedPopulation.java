package plastron.tasks.simulate.network;

/**
 * A population of a network that is simulated.
 *
 * @param model of its neurons, as people write it
 * @param hasPotentials whether there are any to record
 * @param unit of potentials, such as mV; empty if they have none
 */
public record SimulatedPopulation(
    String name, int size, String model, boolean hasPotentials, String unit) {}
