package plastron.core.network;

import plastron.core.check.Require;

/**
 * Neurons of one kind.
 *
 * @param name unique in its network
 * @param size number of neurons, at least 1
 * @param neuron their common kind
 */
public record Population(String name, int size, Neuron neuron) {
  public Population {
    Require.name("Population name", name);
    Require.given("Neuron of population " + name, neuron);
    if (size < 1) {
      throw new IllegalArgumentException(
          "Population %s (size %d) needs at least one neuron.".formatted(name, size));
    }
    if (!neuron.fits(size)) {
      throw new IllegalArgumentException(
          "Values of population %s (%s) must be one number or %d.".formatted(name, neuron, size));
    }
  }
}
