package plastron.plasticity.layered;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;

/**
 * A spiking network whose layers carry plasticity rules, with all learned numbers: what training
 * produces and export consumes. Layer l receives from layer l-1, the first from the input, and any
 * of them perhaps from itself.
 *
 * @param name for people
 * @param inputs number of input neurons, at least 1
 * @param layers at least one, each receiving what the one before sends
 * @param updateInterval steps per window, at least 1: traces are updated at the end of every window
 * @param rates how rates are made from spikes, for all populations
 * @param referenceRate rates are divided by this number before rules see them, above 0
 * @param provenance where the numbers come from: seed, configuration, version and the like, in a
 *     fixed order
 */
public record LayeredModel(
    String name,
    int inputs,
    List<PlasticLayer> layers,
    int updateInterval,
    RateEstimator rates,
    double referenceRate,
    Map<String, String> provenance) {

  /** Name of the population that the input's spikes come from. */
  public static final String INPUT = "input";

  public LayeredModel {
    layers = List.copyOf(layers);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(
          "Model %s (0 layers) needs at least one layer.".formatted(name));
    }
    if (inputs < 1) {
      throw new IllegalArgumentException(
          "Model %s (%d inputs) needs at least one input neuron.".formatted(name, inputs));
    }
    Set<String> names = new HashSet<>();
    for (PlasticLayer layer : layers) {
      if (!names.add(layer.name())) {
        throw new IllegalArgumentException(
            "Layer name (%s) of model %s is used twice.".formatted(layer.name(), name));
      }
    }
    if (updateInterval < 1) {
      throw new IllegalArgumentException(
          "Update interval (%d steps) must be at least 1.".formatted(updateInterval));
    }
    if (!(referenceRate > 0) || Double.isInfinite(referenceRate)) {
      throw new IllegalArgumentException(
          "Reference rate (%s) must be a positive number.".formatted(referenceRate));
    }
    int[] sizes = new LayeredOutline(inputs, layers, updateInterval).sizes();
    for (int l = 0; l < layers.size(); l++) {
      layers.get(l).checkShapes(sizes, l);
    }
  }

  /** The same as a graph: a population for the input and every layer, delays in the dendrite. */
  public PlasticModel model() {
    Clock clock = new Clock(updateInterval, rates, referenceRate);
    return new PlasticModel(name, new LayeredGraph(inputs, layers).graph(clock), provenance);
  }

  /**
   * Names of the projections of {@link #model()}: what every layer receives from the one before,
   * and behind the last layer what layers receive from themselves.
   */
  public List<String> projections() {
    return Stream.concat(
            layers.stream().map(layer -> layer.projectionName(PlasticLayer.FEEDFORWARD)),
            layers.stream()
                .filter(layer -> layer.recurrent().isPresent())
                .map(layer -> layer.projectionName(PlasticLayer.RECURRENT)))
        .toList();
  }

  /** A graph as layers; empty unless it is a chain of them. */
  public static Optional<LayeredModel> of(PlasticModel model) {
    return LayeredGraph.layers(model);
  }

  /** Number of neurons of the input (index 0) and of every layer. */
  public int[] sizes() {
    return outline().sizes();
  }

  /** The model without its numbers. */
  public LayeredOutline outline() {
    return new LayeredOutline(inputs, layers, updateInterval);
  }

  /** A copy with other layers. */
  public LayeredModel withLayers(List<PlasticLayer> newLayers) {
    return new LayeredModel(
        name, inputs, newLayers, updateInterval, rates, referenceRate, provenance);
  }
}
