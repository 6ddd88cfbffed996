package plastron.tasks.design;

/**
 * Neighbouring neurons of a population that have a meaning in common.
 *
 * @param population its name
 * @param name of the group
 * @param from first neuron
 * @param to neuron after the last
 * @param noise whether they tell nothing, so that pictures show them in grey
 */
public record NeuronGroup(String population, String name, int from, int to, boolean noise) {}
