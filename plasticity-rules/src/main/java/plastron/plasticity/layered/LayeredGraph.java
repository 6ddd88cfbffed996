package plastron.plasticity.layered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;

/** Layers as a graph, and back. */
final class LayeredGraph {

  /** Name of the activity that modulates the decay. */
  private static final String DECAY = "n";

  private final int inputs;
  private final List<PlasticLayer> layers;
  private final List<String> names = new ArrayList<>();

  /** See {@link LayeredOutline}. */
  LayeredGraph(int inputs, List<PlasticLayer> layers) {
    this.inputs = inputs;
    this.layers = layers;
    names.add(LayeredModel.INPUT);
    layers.forEach(layer -> names.add(layer.name()));
  }

  PlasticGraph graph(Clock clock) {
    List<Population> populations = new ArrayList<>();
    populations.add(new Population(LayeredModel.INPUT, inputs, new Neuron.SpikeSource()));
    List<PlasticProjection> projections = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      PlasticLayer layer = layers.get(l);
      populations.add(new Population(layer.name(), layer.size(), layer.neuron()));
      for (int p = 0; p < layer.projections().size(); p++) {
        projections.add(projection(layer, p, names.get(PlasticLayer.sender(l, p))));
      }
    }
    return new PlasticGraph(populations, projections, List.of(), List.of(), clock);
  }

  private PlasticProjection projection(PlasticLayer layer, int index, String from) {
    LayerSynapses synapses = layer.projections().get(index);
    PlasticityRule rule = synapses.rule();
    return new PlasticProjection(
        layer.projectionName(index),
        from,
        layer.name(),
        synapses.kernel(),
        synapses.delivery(),
        DelayPlace.DENDRITE,
        synapses.latency(),
        rule,
        sources(synapses),
        synapses.parameters());
  }

  private Map<String, String> sources(LayerSynapses synapses) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Symbol symbol : synapses.rule().symbols()) {
      if (symbol.role() == Role.ACTIVITY && symbol.axis() == Axis.MODULATOR) {
        boolean ofDecay = synapses.family().isDecayModulated() && symbol.name().equals(DECAY);
        ModulatorSource source =
            ofDecay ? synapses.options().decayModulator() : synapses.options().modulator();
        sources.put(symbol.name(), names.get(source.fromPopulation().orElseThrow()));
      } else if (symbol.role() == Role.EXTERNAL) {
        sources.put(symbol.name(), symbol.name());
      }
    }
    return sources;
  }

  static Optional<LayeredModel> layers(PlasticModel model) {
    PlasticGraph given = model.graph();
    PlasticGraph graph =
        given.with(given.projections().stream().map(LayeredGraph::normal).toList(), given.drives());
    List<Population> populations = graph.populations();
    if (!(populations.getFirst().neuron() instanceof Neuron.SpikeSource)
        || !populations.getFirst().name().equals(LayeredModel.INPUT)
        || !graph.drives().isEmpty()
        || !graph.learned().isEmpty()) {
      return Optional.empty();
    }
    List<PlasticLayer> layers = new ArrayList<>();
    for (int p = 1; p < populations.size(); p++) {
      Population population = populations.get(p);
      List<PlasticProjection> into =
          graph.projections().stream().filter(s -> s.to().equals(population.name())).toList();
      String before = populations.get(p - 1).name();
      boolean chain =
          !into.isEmpty()
              && into.size() <= 2
              && into.getFirst().from().equals(before)
              && into.stream().skip(1).allMatch(s -> s.from().equals(population.name()))
              && into.stream().allMatch(s -> s.connectivity() instanceof Connectivity.Dense)
              && into.stream().allMatch(s -> hasOneModulator(graph, s))
              && !population.name().equals(LayeredModel.INPUT)
              && PlasticLayer.isUniform(population.neuron());
      if (!chain) {
        return Optional.empty();
      }
      layers.add(
          new PlasticLayer(
              population.name(),
              population.size(),
              population.neuron(),
              synapses(graph, into.getFirst()),
              into.stream().skip(1).findFirst().map(s -> synapses(graph, s))));
    }
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    LayeredModel layered =
        new LayeredModel(
            model.name(),
            populations.getFirst().size(),
            layers,
            graph.clock().updateInterval(),
            graph.clock().rates(),
            graph.clock().referenceRate(),
            model.provenance());
    // Whatever layers cannot say, such as other names of signals, would be lost.
    return Optional.of(layered).filter(l -> l.model().graph().equals(graph));
  }

  /** Where a weight never changes, or nothing is delayed, both places are the same. */
  private static PlasticProjection normal(PlasticProjection p) {
    boolean delayed = p.latency() > 0 || p.from().equals(p.to());
    return delayed && p.rule().isPlastic() ? p : p.delayedIn(DelayPlace.DENDRITE);
  }

  private static boolean hasOneModulator(PlasticGraph graph, PlasticProjection projection) {
    return graph.modulators(projection).values().stream().distinct().count() <= 1;
  }

  private static LayerSynapses synapses(PlasticGraph graph, PlasticProjection projection) {
    PlasticityRule rule = projection.rule();
    ModulatorSource modulator =
        rule.symbols(Role.EXTERNAL).isEmpty()
            ? new ModulatorSource.OwnLayer()
            : new ModulatorSource.ExternalScalar();
    ModulatorSource ofDecay = new ModulatorSource.OwnLayer();
    for (Map.Entry<String, Integer> source : graph.modulators(projection).entrySet()) {
      ModulatorSource population = new ModulatorSource.Layer(source.getValue());
      if (source.getKey().equals(DECAY)) {
        ofDecay = population;
      } else {
        modulator = population;
      }
    }
    RuleOptions options =
        new RuleOptions(
            rule.symbol("E").map(e -> e.bounds().high()).orElse(Double.POSITIVE_INFINITY),
            rule.symbol("alpha").map(Symbol::axis).orElse(Axis.SYNAPSE),
            modulator,
            ofDecay);
    return new LayerSynapses(
        projection.kernel(),
        projection.delivery(),
        projection.latency(),
        new Built(rule),
        options,
        projection.parameters());
  }

  /** A rule on which all choices have been made. */
  private record Built(PlasticityRule rule) implements RuleFamily {
    @Override
    public String name() {
      return rule.name();
    }

    @Override
    public boolean isModulated() {
      return rule.symbols().stream()
          .anyMatch(s -> s.axis() == Axis.MODULATOR || s.role() == Role.EXTERNAL);
    }

    @Override
    public boolean isDecayModulated() {
      return rule.symbol(DECAY).filter(s -> s.axis() == Axis.MODULATOR).isPresent();
    }

    @Override
    public PlasticityRule build(RuleOptions options) {
      return rule;
    }
  }
}
