package plastron.export.image;

/**
 * A population of a compiled network.
 *
 * @param name unique in its image
 * @param size number of neurons, at least 1
 * @param isSource whether its spikes come from outside
 */
public record ImagePopulation(String name, int size, boolean isSource) {}
