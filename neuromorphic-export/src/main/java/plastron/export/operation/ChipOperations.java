package plastron.export.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import plastron.export.image.ChipImage;
import plastron.export.image.ImagePopulation;
import plastron.export.resource.Usage;

/**
 * What a chip does in an episode, on average over episodes, in the notions of NeuroBench (Yik et
 * al. 2025, complexity metrics): an operation is effective where neither the activation nor the
 * weight is 0. All synaptic operations of spikes are accumulates (ACs); what multiplies are the
 * products of rules and of neuron programs.
 *
 * @param steps of an episode
 * @param populations in the order of the image
 * @param layers in the order of the image
 * @param footprint what the image takes of the chip's resources, on all cores together
 * @param figures published energies of single operations
 */
public record ChipOperations(
    double steps,
    List<OfPopulation> populations,
    List<OfLayer> layers,
    List<Usage> footprint,
    List<EnergyFigure> figures) {

  public ChipOperations {
    populations = List.copyOf(populations);
    layers = List.copyOf(layers);
    footprint = List.copyOf(footprint);
    figures = List.copyOf(figures);
  }

  /**
   * A population in an episode.
   *
   * @param spikes of all its neurons
   * @param updates of neurons: one a step, none of spike sources
   */
  public record OfPopulation(String name, int neurons, double spikes, double updates) {}

  /**
   * A layer in an episode.
   *
   * @param synapses stored
   * @param zeros those of weight 0 that no rule changes
   * @param accumulates effective synaptic operations
   * @param dense synaptic operations if every neuron spiked in every step
   * @param updates of synapses by rules
   * @param products of these rules
   * @param neuronProducts of neuron programs
   */
  public record OfLayer(
      String name,
      long synapses,
      long zeros,
      double accumulates,
      double dense,
      double updates,
      double products,
      double neuronProducts) {}

  /**
   * Joules of an episode.
   *
   * @param low if every operation takes the least that is published
   * @param high if every operation takes the most
   */
  public record Energy(double low, double high) {}

  /** What an image costs that was active in some way. */
  public static ChipOperations of(ChipImage image, ChipCosts costs, Activity activity) {
    List<OfPopulation> populations = new ArrayList<>();
    for (int p = 0; p < image.populations().size(); p++) {
      ImagePopulation population = image.populations().get(p);
      populations.add(
          new OfPopulation(
              population.name(),
              population.size(),
              activity.spikes(p),
              population.isSource() ? 0 : activity.steps() * population.size()));
    }
    List<OfLayer> layers =
        costs.layers().stream()
            .map(
                layer ->
                    new OfLayer(
                        layer.layer(),
                        layer.synapses(),
                        layer.zeros(),
                        activity.weighted(layer.from(), layer.fanOut()),
                        activity.steps() * layer.synapses(),
                        activity.intervals() * layer.updates(),
                        activity.intervals() * layer.products(),
                        activity.intervals() * layer.neuronProducts()))
            .toList();
    return new ChipOperations(
        activity.steps(), populations, layers, image.usages(), costs.figures());
  }

  /** Effective synaptic operations of all layers. */
  public double accumulates() {
    return sum(layers, OfLayer::accumulates);
  }

  /** Updates of neurons. */
  public double neuronUpdates() {
    return sum(populations, OfPopulation::updates);
  }

  /** A sum over layers. */
  public double all(ToDoubleFunction<OfLayer> of) {
    return sum(layers, of);
  }

  /**
   * Share of neurons and steps without a spike, spike sources left out; 1 if there are no others.
   */
  public double activationSparsity() {
    double spikes = sum(populations, p -> p.updates() == 0 ? 0 : p.spikes());
    return neuronUpdates() == 0 ? 1 : 1 - spikes / neuronUpdates();
  }

  /** Share of stored synapses of weight 0 that no rule changes; 0 if there are none. */
  public double connectionSparsity() {
    double stored = all(OfLayer::synapses);
    return stored == 0 ? 0 : all(OfLayer::zeros) / stored;
  }

  /** How many operations of a kind there are. */
  public double count(PricedOperation operation) {
    return switch (operation) {
      case SYNAPTIC -> accumulates();
      case NEURON_UPDATE -> neuronUpdates();
    };
  }

  /** Dynamic energy of the operations that have a figure; empty if none has. */
  public Optional<Energy> energy() {
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Energy(
            sum(figures, f -> count(f.operation()) * f.lowJoules()),
            sum(figures, f -> count(f.operation()) * f.highJoules())));
  }

  private static <T> double sum(List<T> parts, ToDoubleFunction<T> of) {
    return parts.stream().mapToDouble(of).sum();
  }
}
