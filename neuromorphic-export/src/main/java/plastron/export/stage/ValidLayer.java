package plastron.export.stage;

import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.RateEstimator;

/**
 * A layer in the chip's form, with what it needs to know of its model.
 *
 * @param index place in the model; the layer receives from population {@code index} and is
 *     population {@code index + 1}
 * @param inputs number of presynaptic neurons
 * @param layer the layer; its neuron is a {@link Neuron.Lif}, its kernel exponential or a delta
 * @param rule its rule, derived
 * @param updateInterval steps per window
 * @param rates how rates are made from spikes
 * @param referenceRate rates are divided by this before the rule sees them
 * @param options what the user chose
 */
public record ValidLayer(
    int index,
    int inputs,
    PlasticLayer layer,
    RuleDerivation rule,
    int updateInterval,
    RateEstimator rates,
    double referenceRate,
    ExportOptions options) {

  /** Name of the layer. */
  public String name() {
    return layer.name();
  }

  /** The layer and its rule, as the subject of a diagnostic. */
  public String subject() {
    return "layer %s, rule %s".formatted(layer.name(), rule.rule().name());
  }

  /** Whether the layer's weights change. */
  public boolean isPlastic() {
    return rule.rule().isPlastic();
  }

  /** The neuron. */
  public Neuron.Lif neuron() {
    if (layer.neuron() instanceof Neuron.Lif lif) {
      return lif;
    }
    throw new IllegalStateException(
        "Layer %s (%s) was validated as LIF.".formatted(name(), layer.neuron()));
  }

  /** Factor per step on the input current: 0 for a delta kernel. */
  public double currentDecay() {
    return switch (layer.kernel()) {
      case Kernel.Exponential exponential -> exponential.decay();
      case Kernel.Delta delta -> 0;
      default ->
          throw new IllegalStateException(
              "Layer %s (%s) was validated.".formatted(name(), layer.kernel()));
    };
  }
}
