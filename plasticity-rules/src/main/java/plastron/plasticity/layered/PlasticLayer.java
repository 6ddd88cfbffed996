package plastron.plasticity.layered;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A population with the plastic synapses it receives: from the population before it, and perhaps
 * from itself. What is asked of a layer without naming its synapses ({@link #rule()}, {@link
 * #parameter} and the like) is about those from the population before.
 *
 * @param name unique in its model
 * @param size number of neurons, at least 1
 * @param neuron what they all are; neither a spike source nor a leaky integrator, nor with a bias
 *     if SRM
 * @param feedforward the synapses from the population before
 * @param recurrent the synapses from every neuron of the layer to every one, itself included; a
 *     spike of step t acts from step t + 1 + latency on
 */
public record PlasticLayer(
    String name,
    int size,
    Neuron neuron,
    LayerSynapses feedforward,
    Optional<LayerSynapses> recurrent) {

  /** Index in {@link #projections()} of the synapses from the population before. */
  public static final int FEEDFORWARD = 0;

  /** Index in {@link #projections()} of the recurrent synapses. */
  public static final int RECURRENT = 1;

  public PlasticLayer {
    if (size < 1) {
      throw new IllegalArgumentException(
          "Layer %s (size %d) needs a size of at least 1.".formatted(name, size));
    }
    if (neuron instanceof Neuron.SpikeSource) {
      throw new IllegalArgumentException(
          "Layer %s (a spike source) cannot receive synapses.".formatted(name));
    }
    if (neuron instanceof Neuron.LeakyIntegrator) {
      throw new IllegalArgumentException(
          "Layer %s (leaky integrators) needs neurons that spike.".formatted(name));
    }
    if (!isUniform(neuron)) {
      throw new IllegalArgumentException(
          "Layer %s (%s) needs neurons that are all the same, without bias if they are SRM."
              .formatted(name, neuron));
    }
  }

  /** Whether neurons are of the form that layers have. */
  static boolean isUniform(Neuron neuron) {
    return switch (neuron) {
      case Neuron.AdaptiveLif alif ->
          isUniform(alif.lif())
              && alif.adaptation().isUniform()
              && alif.adaptationDecay().isUniform();
      case Neuron.Lif lif ->
          lif.theta().isUniform() && lif.decay().isUniform() && lif.bias().isUniform();
      case Neuron.Srm srm ->
          srm.theta().isUniform()
              && srm.refractory().common().isPresent()
              && srm.bias().isUniform()
              && srm.bias().uniform() == 0;
      case Neuron.SpikeSource source -> false;
      case Neuron.LeakyIntegrator li -> false;
    };
  }

  /** A layer without recurrent synapses; see {@link LayerSynapses}. */
  public PlasticLayer(
      String name,
      int size,
      Neuron neuron,
      Kernel kernel,
      Delivery delivery,
      int latency,
      RuleFamily family,
      RuleOptions options,
      Map<String, double[][]> parameters) {
    this(
        name,
        size,
        neuron,
        new LayerSynapses(kernel, delivery, latency, family, options, parameters),
        Optional.empty());
  }

  /** All synapses that the layer receives, at {@link #FEEDFORWARD} and {@link #RECURRENT}. */
  public List<LayerSynapses> projections() {
    return Stream.concat(Stream.of(feedforward), recurrent.stream()).toList();
  }

  /**
   * Index of the population that one of the {@link #projections()} comes from (0 is the input).
   *
   * @param layer the layer's own index in its model, 0 for the first
   */
  public static int sender(int layer, int projection) {
    return projection == FEEDFORWARD ? layer : layer + 1;
  }

  /**
   * Name of one of the {@link #projections()} in the graph of {@link LayeredModel#model()}.
   *
   * @param projection {@link #FEEDFORWARD} or {@link #RECURRENT}
   */
  public String projectionName(int projection) {
    return (projection == RECURRENT ? "within " : "into ") + name;
  }

  /** Whether any of the layer's weights change during an episode. */
  public boolean isPlastic() {
    return projections().stream().anyMatch(p -> p.rule().isPlastic());
  }

  /** See {@link LayerSynapses#kernel()}. */
  public Kernel kernel() {
    return feedforward.kernel();
  }

  /** See {@link LayerSynapses#delivery()}. */
  public Delivery delivery() {
    return feedforward.delivery();
  }

  /** See {@link LayerSynapses#latency()}. */
  public int latency() {
    return feedforward.latency();
  }

  /** See {@link LayerSynapses#family()}. */
  public RuleFamily family() {
    return feedforward.family();
  }

  /** See {@link LayerSynapses#options()}. */
  public RuleOptions options() {
    return feedforward.options();
  }

  /** See {@link LayerSynapses#parameters()}. */
  public Map<String, double[][]> parameters() {
    return feedforward.parameters();
  }

  /** See {@link LayerSynapses#rule()}. */
  public PlasticityRule rule() {
    return feedforward.rule();
  }

  /** See {@link LayerSynapses#modulatorPopulation()}. */
  public int modulatorPopulation() {
    return feedforward.modulatorPopulation();
  }

  /** See {@link LayerSynapses#parameter}. */
  public double[][] parameter(String parameterName) {
    return feedforward.parameter(parameterName);
  }

  /** A copy in which the synapses from the population before have other parameter values. */
  public PlasticLayer withParameters(Map<String, double[][]> newParameters) {
    return new PlasticLayer(
        name, size, neuron, feedforward.withParameters(newParameters), recurrent);
  }

  /** A copy that receives these synapses as well, in place of any recurrent ones it had. */
  public PlasticLayer withRecurrent(LayerSynapses newRecurrent) {
    return new PlasticLayer(name, size, neuron, feedforward, Optional.of(newRecurrent));
  }

  /**
   * A copy with other synapses.
   *
   * @param newProjections one or two, in the order of {@link #projections()}
   */
  public PlasticLayer withProjections(List<LayerSynapses> newProjections) {
    return new PlasticLayer(
        name,
        size,
        neuron,
        newProjections.get(FEEDFORWARD),
        newProjections.stream().skip(RECURRENT).findFirst());
  }

  void checkShapes(int[] sizes, int index) {
    feedforward.checkShapes("layer " + name, sizes, index, index + 1);
    recurrent.ifPresent(
        r -> r.checkShapes("the recurrent synapses of layer " + name, sizes, index + 1, index + 1));
  }
}
