package plastron.tasks.export;

import java.util.List;
import java.util.Map;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.export.image.ChipImage;
import plastron.export.image.ImagePopulation;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.tasks.design.TaskNetwork;

/**
 * What a task is told of a network that is on a chip already: which populations there are and which
 * send to which. It stands for no model.
 *
 * @param graph populations of the image's names and sizes
 */
record ImageNetwork(PlasticGraph graph) implements TaskNetwork {

  /**
   * The network of an image.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ImageNetwork of(ChipImage image) {
    List<String> names = image.populations().stream().map(ImagePopulation::name).toList();
    PlasticityRule fixed = Catalogue.find("static").orElseThrow().build(RuleOptions.paper());
    return new ImageNetwork(
        new PlasticGraph(
            populations(image),
            image.layers().stream()
                .map(
                    layer ->
                        new PlasticProjection(
                            "%s from %d".formatted(layer.name(), layer.from()),
                            names.get(layer.from()),
                            names.get(layer.to()),
                            new Kernel.Delta(),
                            Delivery.ARRIVAL,
                            DelayPlace.DENDRITE,
                            0,
                            fixed,
                            Map.of(),
                            Map.of()))
                .toList(),
            List.of(),
            List.of(),
            new Clock(image.updateInterval(), new RateEstimator.Boxcar(), 1)));
  }

  /** The populations; all that are no sources spike. */
  static List<Population> populations(ChipImage image) {
    return image.populations().stream()
        .map(
            p ->
                new Population(
                    p.name(),
                    p.size(),
                    p.isSource()
                        ? new Neuron.SpikeSource()
                        : new Neuron.Lif(1, 0, 0, Neuron.Reset.HARD, 0)))
        .toList();
  }

  @Override
  public PlasticModel initial() {
    throw new IllegalStateException("What is on a chip has no numbers of a model.");
  }

  @Override
  public boolean drawsWeights(PlasticProjection projection) {
    return false;
  }
}
