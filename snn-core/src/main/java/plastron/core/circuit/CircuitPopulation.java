package plastron.core.circuit;

import plastron.core.cell.NeuronModel;
import plastron.core.check.Require;

/**
 * Neurons of one model.
 *
 * @param name unique in its circuit
 * @param size number of neurons, at least 1
 * @param model their model and their numbers
 */
public record CircuitPopulation(String name, int size, NeuronModel model) {
  public CircuitPopulation {
    Require.name("Population name", name);
    Require.given("Neuron model of population " + name, model);
    if (size < 1) {
      throw new IllegalArgumentException(
          "Population %s (size %d) needs at least one neuron.".formatted(name, size));
    }
    if (!model.fits(size)) {
      throw new IllegalArgumentException(
          "Numbers of population %s (%s) must be one or %d.".formatted(name, model.label(), size));
    }
  }

  /** Refuses neurons that receive nothing. */
  void requireReceiver(String of) {
    if (model.channels() == 0) {
      throw new IllegalArgumentException(
          "%s cannot reach population %s (%s), which receives nothing."
              .formatted(of, name, model.label()));
    }
  }
}
