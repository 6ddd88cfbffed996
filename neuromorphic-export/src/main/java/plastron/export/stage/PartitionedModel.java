package plastron.export.stage;

import java.util.List;
import plastron.export.resource.Demand;

/**
 * A model cut into parts that each fit on a core.
 *
 * @param source the model
 * @param slices the parts, population by population, in the order of their neurons
 * @param <P> the profile's type for a program
 */
public record PartitionedModel<P>(QuantizedModel<P> source, List<Slice> slices) {

  public PartitionedModel {
    slices = List.copyOf(slices);
  }

  /**
   * Some neurons of a population with the synapses they receive.
   *
   * @param population its index
   * @param from first neuron
   * @param to one past the last neuron
   * @param demand what they need on a core
   */
  public record Slice(int population, int from, int to, Demand demand) {}
}
