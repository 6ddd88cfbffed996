package plastron.export.nir.write;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import plastron.core.network.Population;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;

/**
 * Names of nodes. Populations and projections keep theirs, as far as HDF5 allows and nobody else
 * has it; populations go first.
 */
public final class NodeNames {

  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> populations = new LinkedHashMap<>();
  private final Map<String, String> projections = new LinkedHashMap<>();

  /** The names of a graph. */
  public NodeNames(PlasticGraph graph) {
    for (Population population : graph.populations()) {
      populations.put(population.name(), free(population.name()));
    }
    for (PlasticProjection projection : graph.projections()) {
      projections.put(projection.name(), free(projection.name()));
    }
  }

  /** The node of a population. */
  public String population(String name) {
    return String.valueOf(populations.get(name));
  }

  /** The node with the weights of a projection. */
  public String projection(String name) {
    return String.valueOf(projections.get(name));
  }

  /** A name for a further node. */
  String free(String wanted) {
    String legal = wanted.replaceAll("[/\\p{Cc}]", "_");
    String name = legal.equals(".") || legal.isEmpty() ? "_" : legal;
    for (int k = 2; !taken.add(name); k++) {
      name = "%s_%d".formatted(legal, k);
    }
    return name;
  }
}
