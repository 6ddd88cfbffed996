package plastron.export.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.export.message.ConstantName;
import plastron.export.proto.LayerProto;
import plastron.export.proto.ModelProto;
import plastron.export.proto.ProjectionProto;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Reads the layers of a model of format version 1 or 2: a chain of populations behind the input,
 * each of which may receive its own spikes as well.
 */
final class LayersMessage {

  private static final String INPUT = "input";

  /** Name of the activity that modulates the decay. */
  private static final String DECAY = "n";

  private final List<Population> populations = new ArrayList<>();
  private final List<PlasticProjection> projections = new ArrayList<>();

  private LayersMessage(ModelProto message) {
    populations.add(new Population(INPUT, message.getInputs(), new Neuron.SpikeSource()));
    for (LayerProto layer : message.getLayersList()) {
      Neuron neuron = NeuronMessage.read(layer.getNeuron());
      populations.add(new Population(layer.getName(), layer.getSize(), neuron));
    }
    for (int l = 0; l < message.getLayersCount(); l++) {
      LayerProto layer = message.getLayers(l);
      String name = layer.getName();
      projections.add(read(feedforward(layer), "into " + name, populations.get(l).name(), name));
      if (layer.hasRecurrent()) {
        projections.add(read(layer.getRecurrent(), "within " + name, name, name));
      }
    }
  }

  /** Throws {@link IllegalArgumentException} if the message holds no valid layers. */
  static PlasticGraph read(ModelProto message, Clock clock) {
    if (message.getLayersCount() == 0) {
      throw new IllegalArgumentException(
          "Model %s (0 layers) needs at least one layer.".formatted(message.getName()));
    }
    LayersMessage read = new LayersMessage(message);
    return new PlasticGraph(read.populations, read.projections, List.of(), List.of(), clock);
  }

  private static ProjectionProto feedforward(LayerProto layer) {
    return ProjectionProto.newBuilder()
        .setKernel(layer.getKernel())
        .setDelivery(layer.getDelivery())
        .setLatency(layer.getLatency())
        .setOptions(layer.getOptions())
        .setRule(layer.getRule())
        .addAllParameters(layer.getParametersList())
        .build();
  }

  private PlasticProjection read(ProjectionProto message, String name, String from, String to) {
    RuleOptions options = OptionsMessage.read(message.getOptions());
    PlasticityRule rule = RuleMessage.read(message.getRule());
    return new PlasticProjection(
        name,
        from,
        to,
        KernelMessage.read(message.getKernel()),
        ConstantName.read(Delivery.class, message.getDelivery()),
        DelayPlace.DENDRITE,
        message.getLatency(),
        rule,
        sources(name, rule, options),
        ParameterMessage.read(message.getParametersList()));
  }

  private Map<String, String> sources(String name, PlasticityRule rule, RuleOptions options) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() == Role.ACTIVITY && symbol.axis() == Axis.MODULATOR) {
        ModulatorSource source =
            symbol.name().equals(DECAY) ? options.decayModulator() : options.modulator();
        sources.put(symbol.name(), modulator(name, source.fromPopulation().orElse(-1)));
      } else if (symbol.role() == Role.EXTERNAL) {
        sources.put(symbol.name(), symbol.name());
      }
    }
    return sources;
  }

  private String modulator(String name, int population) {
    if (population < 0 || population >= populations.size()) {
      throw new IllegalArgumentException(
          "Modulating population of %s (%d) must be 0 to %d, the model's last."
              .formatted(name, population, populations.size() - 1));
    }
    return populations.get(population).name();
  }
}
