package plastron.core.run;

import java.util.ArrayList;
import java.util.List;
import plastron.core.network.Network;
import plastron.core.network.Population;
import plastron.core.network.Projection;

/**
 * The order in which populations go through one step: a population comes after every population
 * that reaches it without latency, so that it sees their spikes in the same step.
 */
final class ProcessingOrder {

  private final Network network;
  private final List<Population> order = new ArrayList<>();
  private final List<Population> path = new ArrayList<>();

  private ProcessingOrder(Network network) {
    this.network = network;
  }

  /** Throws {@link IllegalArgumentException} if projections without latency form a cycle. */
  static List<Population> of(Network network) {
    ProcessingOrder sort = new ProcessingOrder(network);
    network.populations().forEach(sort::visit);
    return sort.order;
  }

  private void visit(Population population) {
    if (order.contains(population)) {
      return;
    }
    int start = path.indexOf(population);
    path.add(population);
    if (start >= 0) {
      List<String> cycle =
          path.subList(start, path.size()).stream().map(Population::name).toList().reversed();
      throw new IllegalArgumentException(
          "Projections without latency form a cycle (%s), so no population can go first. Maybe give one of them a latency of at least 1 step."
              .formatted(String.join(" -> ", cycle)));
    }
    for (Projection projection : network.projections()) {
      if (projection.post().equals(population.name()) && projection.latency().min() == 0) {
        visit(network.population(projection.pre()));
      }
    }
    path.removeLast();
    order.add(population);
  }
}
