package plastron.tasks.simulate.network;

/**
 * Connections whose synapses learn.
 *
 * @param unit of their weights, such as pA; empty if they have none
 */
public record LearningConnections(String name, String unit) {}
