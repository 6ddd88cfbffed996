package plastron.export.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import plastron.core.network.Components;
import plastron.core.network.DelayPlace;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.profile.HardwareForm;
import plastron.plasticity.catalogue.Catalogue;
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
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Networks of several projections in a chip's network form, with drawn rules and parameters: two
 * pathways into one population, synapses of a population to itself, connections that skip one, two
 * populations that excite each other; some rules are modulated by another population, some by
 * signals from outside.
 */
public final class RandomNetworks {

  private static final List<FormRule> FORMS = FormRule.all();
  private static final int INTERVAL = 8;
  private static final int WINDOWS = 16;

  /** What leads where; populations whose names start with {@code in} are spike sources. */
  private static final List<List<Edge>> SHAPES =
      List.of(
          List.of(new Edge("in", "hidden"), new Edge("in 2", "hidden"), new Edge("hidden", "out")),
          List.of(
              new Edge("in", "hidden"), new Edge("hidden", "hidden"), new Edge("hidden", "out")),
          List.of(new Edge("in", "hidden"), new Edge("hidden", "out"), new Edge("in", "out")),
          List.of(new Edge("in", "hidden"), new Edge("hidden", "out"), new Edge("out", "hidden")));

  private record Edge(String from, String to) {}

  /** Rules of the catalogue whose modulator may come from outside. */
  private static final List<String> MODULATED =
      List.of("ndp-linear", "ndp-oja", "ndp-oja-local", "ndp-bcm");

  private RandomNetworks() {}

  /**
   * One network.
   *
   * @param seed which; the same always gives the same network
   */
  public static ContractCase draw(long seed, HardwareForm form) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Edge> shape = SHAPES.get(random.nextInt(SHAPES.size()));
    List<Population> populations = populations(shape, form, random);
    Kernel kernel = form.kernel(1 + 15 * random.nextDouble());
    DrawnSynapses synapses =
        new DrawnSynapses(
            Math.pow(10, -2 * random.nextDouble()), Math.pow(10, -3 + 3 * random.nextDouble()));
    Components components =
        Components.of(
            populations.size(),
            shape.stream()
                .map(
                    e ->
                        new Components.Edge(
                            index(populations, e.from()), index(populations, e.to())))
                .toList());
    List<PlasticProjection> projections = new ArrayList<>();
    for (Edge edge : shape) {
      int from = index(populations, edge.from());
      int to = index(populations, edge.to());
      PlasticityRule rule = rule(random);
      Map<String, String> sources = new LinkedHashMap<>();
      rule.symbols(Role.ACTIVITY).stream()
          .filter(symbol -> symbol.axis() == Axis.MODULATOR)
          .forEach(symbol -> sources.put(symbol.name(), "out"));
      int modulators = sources.isEmpty() ? to : index(populations, "out");
      for (Symbol symbol : rule.symbols(Role.EXTERNAL)) {
        sources.put(symbol.name(), symbol.axis() == Axis.POST ? "error of " + edge.to() : "reward");
      }
      projections.add(
          new PlasticProjection(
              edge.from() + " > " + edge.to(),
              edge.from(),
              edge.to(),
              kernel,
              form.delivery(),
              DelayPlace.DENDRITE,
              form.latency() - (components.together(from, to) ? 1 : 0),
              rule,
              sources,
              synapses.of(
                  rule,
                  populations.get(from).size(),
                  populations.get(to).size(),
                  populations.get(modulators).size(),
                  random.split())));
    }
    RateEstimator rates =
        random.nextBoolean()
            ? new RateEstimator.Boxcar()
            : RateEstimator.ExponentialTrace.matching(INTERVAL);
    Clock clock = new Clock(INTERVAL, rates, Math.pow(10, -random.nextDouble()));
    PlasticModel model =
        new PlasticModel(
            "network %d: %s"
                .formatted(seed, projections.stream().map(PlasticProjection::name).toList()),
            new PlasticGraph(populations, projections, List.of(), List.of(), clock),
            Map.of("seed", "" + seed));
    List<Input> inputs = inputs(model.graph(), random);
    return new ContractCase(
        model.name(),
        List.of(),
        Moderation.of(model, inputs.getFirst()),
        inputs.subList(0, ModelSketch.CALIBRATION),
        inputs.subList(ModelSketch.CALIBRATION, inputs.size()));
  }

  private static List<Population> populations(
      List<Edge> shape, HardwareForm form, SplittableRandom random) {
    double tauMembrane = 1 + 40 * random.nextDouble();
    List<Population> populations = new ArrayList<>();
    for (String name :
        shape.stream().map(Edge::from).filter(n -> n.startsWith("in")).distinct().toList()) {
      populations.add(new Population(name, 1 + random.nextInt(12), new Neuron.SpikeSource()));
    }
    for (String name : List.of("hidden", "out")) {
      populations.add(new Population(name, 1 + random.nextInt(8), form.neuron(1, tauMembrane)));
    }
    return populations;
  }

  private static int index(List<Population> populations, String name) {
    return populations.stream().map(Population::name).toList().indexOf(name);
  }

  private static PlasticityRule rule(SplittableRandom random) {
    FormRule form = FORMS.get(random.nextInt(FORMS.size()));
    RuleOptions clipped = RuleOptions.paper().clippedAt(Math.pow(10, random.nextDouble()));
    return switch (random.nextInt(5)) {
      case 0 -> catalogue("static").build(clipped);
      case 1 -> catalogue("ndp-linear").build(clipped.modulatedBy(new ModulatorSource.Layer(0)));
      case 2 -> {
        ModulatorSource outside =
            random.nextBoolean()
                ? new ModulatorSource.ExternalScalar()
                : new ModulatorSource.ExternalVector();
        yield catalogue(MODULATED.get(random.nextInt(MODULATED.size())))
            .build(clipped.modulatedBy(outside));
      }
      default -> form.build(clipped);
    };
  }

  private static RuleFamily catalogue(String name) {
    return Catalogue.find(name).orElseThrow();
  }

  private static List<Input> inputs(PlasticGraph graph, SplittableRandom random) {
    List<double[]> busy = new ArrayList<>();
    for (int p : graph.inputs()) {
      busy.add(random.doubles(graph.populations().get(p).size(), 0.05, 0.4).toArray());
    }
    double scale = Math.pow(10, 2 * random.nextDouble() - 1);
    List<Input> inputs = new ArrayList<>();
    for (int e = 0; e < ModelSketch.CALIBRATION + ModelSketch.FRESH; e++) {
      List<SpikeRaster> spikes =
          busy.stream()
              .map(rates -> ModelSketch.input(rates, INTERVAL, WINDOWS, random.split()))
              .toList();
      Map<String, Signal> signals = new LinkedHashMap<>();
      graph
          .signals()
          .forEach((name, width) -> signals.put(name, signal(width, scale, random.split())));
      inputs.add(new Input(spikes, signals));
    }
    return inputs;
  }

  /** Positive and negative values, some windows without any. */
  private static Signal signal(int width, double scale, SplittableRandom random) {
    double[][] values = new double[WINDOWS][width];
    for (double[] window : values) {
      double present = random.nextInt(4) == 0 ? 0 : scale;
      Arrays.setAll(window, i -> present * (2 * random.nextDouble() - 1));
    }
    return Signal.perNeuron(values);
  }
}
