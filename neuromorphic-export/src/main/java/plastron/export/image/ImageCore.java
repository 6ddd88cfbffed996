package plastron.export.image;

import plastron.export.resource.Demand;

/**
 * What a core is loaded with.
 *
 * @param chip index of the chip, from 0
 * @param core index of the core among those of its chip that programs may use, from 0
 * @param layer index of the layer
 * @param from first neuron of the layer on this core
 * @param to one past the last
 * @param demand what they need of the core
 */
public record ImageCore(int chip, int core, int layer, int from, int to, Demand demand) {}
