package plastron.plasticity.operation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a network does in an episode, on average over episodes, with the notions of NeuroBench (Yik
 * et al. 2025, complexity metrics): an operation is effective where neither the activation nor the
 * weight is 0; one with a spike only adds (AC), one with a real number multiplies and adds (MAC).
 *
 * @param steps of an episode
 * @param populations in the model's order
 * @param projections in the model's order
 * @param modules in the model's order
 * @param parameterBytes of all learned and given numbers in single precision
 */
public record Operations(
    double steps,
    List<OfPopulation> populations,
    List<OfProjection> projections,
    List<OfModule> modules,
    long parameterBytes) {

  public Operations {
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
    modules = List.copyOf(modules);
  }

  /**
   * A population in an episode.
   *
   * @param neurons how many
   * @param spikes of all of them
   * @param updates of neurons by the simulator's clock: one a step; none of a spike source
   */
  public record OfPopulation(String name, int neurons, double spikes, double updates) {}

  /**
   * A projection in an episode.
   *
   * @param synapses how many there are
   * @param zeros those of weight 0 that no rule changes
   * @param accumulates effective ACs: spikes times the synapses of weight other than 0 that each
   *     reaches
   * @param dense operations if every neuron spiked in every step
   * @param updates of synapses by the rule: synapses times windows, none of a fixed weight
   * @param products that the rule forms in these updates, its normal form written out at every
   *     synapse
   */
  public record OfProjection(
      String name,
      long synapses,
      long zeros,
      double accumulates,
      double dense,
      double updates,
      double products) {}

  /**
   * A rate block in an episode.
   *
   * @param multiplyAccumulates MACs with its matrices and traces, whatever is 0
   */
  public record OfModule(String name, double multiplyAccumulates) {}

  /** Effective ACs of all projections. */
  public double accumulates() {
    return sum(projections, OfProjection::accumulates);
  }

  /** MACs of all rate blocks. */
  public double multiplyAccumulates() {
    return sum(modules, OfModule::multiplyAccumulates);
  }

  /** Synaptic operations if every neuron spiked in every step. */
  public double dense() {
    return sum(projections, OfProjection::dense) + multiplyAccumulates();
  }

  /** Updates of neurons. */
  public double neuronUpdates() {
    return sum(populations, OfPopulation::updates);
  }

  /** Updates of synapses by rules. */
  public double synapseUpdates() {
    return sum(projections, OfProjection::updates);
  }

  /** Products that rules form. */
  public double products() {
    return sum(projections, OfProjection::products);
  }

  /**
   * Share of neurons and steps without a spike, spike sources left out; 1 if there are no others.
   */
  public double activationSparsity() {
    double computed = sum(populations, p -> p.updates() == 0 ? 0 : p.spikes());
    return neuronUpdates() == 0 ? 1 : 1 - computed / neuronUpdates();
  }

  /** Share of synapses of weight 0; 0 if there are no synapses. */
  public double connectionSparsity() {
    double all = sum(projections, OfProjection::synapses);
    return all == 0 ? 0 : sum(projections, OfProjection::zeros) / all;
  }

  private static <T> double sum(List<T> parts, ToDoubleFunction<T> of) {
    return parts.stream().mapToDouble(of).sum();
  }
}
