package plastron.plasticity.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A spiking network whose projections carry plasticity rules, with all learned numbers: what
 * training produces and what export and simulation consume.
 *
 * @param name for people
 * @param graph the network; every parameter of every rule is there and fits
 * @param provenance where the numbers come from: seed, configuration, version and the like, in a
 *     fixed order
 */
public record PlasticModel(String name, PlasticGraph graph, Map<String, String> provenance) {

  public PlasticModel {
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    try {
      for (RuleSite site : graph.sites()) {
        GraphCheck.parameters(graph, site);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Model %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** A copy with other projections. */
  public PlasticModel withProjections(List<PlasticProjection> newProjections) {
    return with(graph.with(newProjections, graph.drives()));
  }

  /** A copy with another graph. */
  public PlasticModel with(PlasticGraph newGraph) {
    return new PlasticModel(name, newGraph, provenance);
  }
}
