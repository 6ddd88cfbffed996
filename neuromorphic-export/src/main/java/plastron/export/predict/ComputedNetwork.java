package plastron.export.predict;

import java.util.List;
import java.util.Optional;

/**
 * A chip image read back as the network that it computes, in real numbers of the model, with the
 * grid of everything that is rounded. Made from the integers that the chip is loaded with, and by
 * other code than that which emulates them.
 *
 * @param interval steps between two updates
 * @param sizes number of neurons of every population
 * @param membranes by population; empty for spike sources
 * @param pathways one for every layer, in the image's order
 * @param signals names of what the host writes, by index
 */
public record ComputedNetwork(
    int interval,
    List<Integer> sizes,
    List<Optional<ComputedMembrane>> membranes,
    List<ComputedPathway> pathways,
    List<String> signals) {

  public ComputedNetwork {
    sizes = List.copyOf(sizes);
    membranes = List.copyOf(membranes);
    pathways = List.copyOf(pathways);
    signals = List.copyOf(signals);
  }
}
