package plastron.export.image;

import plastron.export.resource.Demand;

/**
 * What a core is loaded with.
 *
 * @param chip index of the chip, from 0
 * @param core index of the core among those of its chip that programs may use, from 0
 * @param population index of the population
 * @param from first neuron of it on this core
 * @param to one past the last
 * @param demand what they need of the core
 */
public record ImageCore(int chip, int core, int population, int from, int to, Demand demand) {}
