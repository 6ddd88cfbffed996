package plastron.tasks.circuit.model;

import plastron.core.network.Components;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;

/**
 * How many steps each population of a graph is behind its sources in an engine whose synapses take
 * a step at least, so that it gets in time what takes none. Populations that reach each other go
 * together: what goes round takes a step anyway.
 */
final class Lags {

  private Lags() {}

  /** The lag of every population, in the graph's order. */
  static int[] of(PlasticGraph graph) {
    Components components = graph.components();
    int[] lags = new int[components.members().size()];
    for (int c = 0; c < lags.length; c++) {
      for (PlasticProjection projection : graph.projections()) {
        int from = components.of().get(graph.index(projection.from()));
        int to = components.of().get(graph.index(projection.to()));
        if (to == c && from != c) {
          int delay = graph.delay(projection, components);
          lags[c] = Math.max(lags[c], lags[from] + 1 - Math.min(delay, lags[from] + 1));
        }
      }
    }
    return components.of().stream().mapToInt(c -> lags[c]).toArray();
  }
}
