package plastron.plasticity.model;

import java.util.List;
import java.util.Map;
import plastron.core.check.Require;
import plastron.plasticity.module.RateModule;

/**
 * A spiking network whose projections carry plasticity rules, with all learned numbers: what
 * training produces and what export and simulation consume.
 *
 * @param name for people
 * @param graph the network; every parameter of every rule and module is there and fits
 * @param provenance where the numbers come from: seed, configuration, version and the like, in a
 *     fixed order
 */
public record PlasticModel(String name, PlasticGraph graph, Map<String, String> provenance) {

  public PlasticModel {
    Require.name("Model name", name);
    Require.given("Graph of model " + name, graph);
    provenance = Require.all("Provenance of model " + name, provenance);
    try {
      for (RuleSite site : graph.sites()) {
        GraphCheck.parameters(graph, site);
      }
      graph.modules().forEach(RateModule::checkParameters);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Model %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Starts the description of a model; the name is for people. */
  public static ModelBuilder named(String name) {
    return new ModelBuilder(name);
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
