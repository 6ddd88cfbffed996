package plastron.tasks.conformance.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Refractory;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.VectorReader;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.Gain;
import plastron.plasticity.rule.LinearDrive;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Reads the network of a reference vector. Single use. Long, because it has a branch for everything
 * that a file may say.
 */
final class GraphStructure {

  private static final int LIMIT = 1_000_000;

  private final VectorReader document;
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final List<Population> populations = new ArrayList<>();
  private final List<PlasticProjection> projections = new ArrayList<>();
  private final List<Drive> drives = new ArrayList<>();
  private final List<Learned> learned = new ArrayList<>();

  private GraphStructure(VectorReader document) {
    this.document = document;
  }

  static PlasticModel read(VectorReader document) {
    GraphStructure structure = new GraphStructure(document);
    List<VectorReader> given = document.objects("populations");
    for (VectorReader population : given) {
      structure.sizes.put(population.text("name"), population.integer("size", 1, LIMIT));
    }
    given.forEach(structure::population);
    document.objects("projections").forEach(structure::projection);
    Clock clock = new Clock(document.integer("delta_tau", 1, LIMIT), new RateEstimator.Boxcar(), 1);
    return new PlasticModel(
        document.text("name"),
        new PlasticGraph(
            structure.populations,
            structure.projections,
            structure.drives,
            structure.learned,
            clock),
        Map.of());
  }

  private int size(String population) {
    Integer size = sizes.get(population);
    if (size == null) {
      throw new BrokenVectorException(
          "population (%s) must be one of %s".formatted(population, sizes.keySet()));
    }
    return size;
  }

  private VectorReader parameters(String kind, String name) {
    return document.object("params").object(kind).object(name);
  }

  private void population(VectorReader given) {
    String name = given.text("name");
    String kind = given.text("kind");
    int n = size(name);
    if (kind.equals("input")) {
      populations.add(new Population(name, n, new Neuron.SpikeSource()));
      return;
    }
    VectorReader numbers = parameters("populations", name);
    Values bias = GraphArrays.values(numbers, "bias", n);
    Neuron neuron =
        switch (kind) {
          case "srm" ->
              new Neuron.Srm(
                  GraphArrays.values(numbers, "theta", n),
                  new Refractory.Exponentials(GraphArrays.values(numbers, "tau_r", n)),
                  given.number("rho"),
                  bias);
          case "lif" ->
              new Neuron.Lif(
                  GraphArrays.values(numbers, "theta", n),
                  GraphArrays.values(numbers, "decay", n),
                  bias,
                  choice(given, "reset", "hard", "subtract").equals("hard")
                      ? Neuron.Reset.HARD
                      : Neuron.Reset.SUBTRACT_THRESHOLD,
                  0);
          case "li" -> new Neuron.LeakyIntegrator(GraphArrays.values(numbers, "decay", n), bias);
          default ->
              throw new BrokenVectorException(
                  "population %s, kind (%s) must be input, srm, lif or li".formatted(name, kind));
        };
    populations.add(new Population(name, n, neuron));
    for (String value : given.texts("learn")) {
      learned.add(new Learned(name, learnedValue(value), Bounds.NONE));
    }
    drive(given, "bias_from", Drive.Target.BIAS, "B");
    drive(given, "threshold_from", Drive.Target.THRESHOLD, "C");
  }

  private static Learned.Value learnedValue(String name) {
    for (Learned.Value value : Learned.Value.values()) {
      if (value.label().equals(name)) {
        return value;
      }
    }
    throw new BrokenVectorException("learn (%s) must be theta, decay or bias".formatted(name));
  }

  private void drive(VectorReader given, String field, Drive.Target target, String matrix) {
    if (given.has(field)) {
      String to = given.text("name");
      String from = given.text(field);
      PlasticityRule rule = LinearDrive.of(matrix);
      Symbol symbol = rule.symbol(matrix).orElseThrow();
      drives.add(
          new Drive(
              to + "." + matrix,
              to,
              target,
              rule,
              Map.of(LinearDrive.RATES, from),
              Map.of(
                  matrix,
                  GraphArrays.read(
                      parameters("populations", to), matrix, symbol, size(from), size(to)))));
    }
  }

  private void projection(VectorReader given) {
    String name = given.text("name");
    Map<String, String> sources = new LinkedHashMap<>();
    PlasticityRule rule = rule(given, sources);
    if (given.has("gain_from")) {
      rule = Gain.of(rule);
      sources.put(Gain.RATES, given.text("gain_from"));
    }
    int pre = size(given.text("from"));
    int post = size(given.text("to"));
    Map<String, Integer> modulators = modulators(rule, sources);
    Connectivity connectivity = GraphArrays.mask(given, pre, post);
    Optional<SynapseRows> sparse = connectivity.sparse(pre, post);
    VectorReader numbers = parameters("projections", name);
    Map<String, double[][]> values = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      double[][] value =
          GraphArrays.read(
              numbers,
              symbol.name(),
              symbol,
              count(symbol, symbol.axis().from(), pre, post, modulators),
              count(symbol, symbol.axis().to(), pre, post, modulators));
      values.put(
          symbol.name(),
          sparse
              .filter(s -> symbol.axis() == Axis.SYNAPSE)
              .map(s -> GraphArrays.existing(value, s, symbol.name() + " of " + name))
              .orElse(value));
    }
    projections.add(
        new PlasticProjection(
            name,
            given.text("from"),
            given.text("to"),
            connectivity,
            kernel(given),
            Delivery.valueOf(upper(choice(given, "delivery", "trace", "arrival"))),
            DelayPlace.valueOf(upper(choice(given, "delay_place", "axon", "dendrite"))),
            given.integer("latency", 0, LIMIT),
            rule,
            sources,
            values));
  }

  private Map<String, Integer> modulators(PlasticityRule rule, Map<String, String> sources) {
    Map<String, Integer> activities = new LinkedHashMap<>();
    for (Symbol activity : rule.symbols(Role.ACTIVITY)) {
      String source = sources.get(activity.name());
      if (source != null) {
        activities.put(activity.name(), size(source));
      }
    }
    return RuleDerivation.of(rule).modulators(activities);
  }

  private static int count(
      Symbol symbol, Dimension side, int pre, int post, Map<String, Integer> modulators) {
    return switch (side) {
      case ONE -> 1;
      case PRE -> pre;
      case POST -> post;
      case MODULATOR -> modulators.getOrDefault(symbol.name(), 0);
    };
  }

  private PlasticityRule rule(VectorReader given, Map<String, String> sources) {
    String name = given.text("rule");
    RuleFamily family =
        Catalogue.find(name)
            .orElseThrow(
                () ->
                    new BrokenVectorException(
                        "rule (%s) must be one of %s".formatted(name, Catalogue.names())));
    RuleOptions options = RuleOptions.paper();
    if (given.has("clip")) {
      options = options.clippedAt(given.number("clip"));
    }
    VectorReader modulators = given.object("modulators");
    if (modulators.has("M")) {
      options = options.modulatedBy(source(modulators.object("M"), "M", "m", sources));
    }
    if (modulators.has("N")) {
      options = options.decayModulatedBy(source(modulators.object("N"), "N", "n", sources));
    }
    return family.build(options);
  }

  private ModulatorSource source(
      VectorReader given, String external, String activity, Map<String, String> sources) {
    String kind = given.text("source");
    ModulatorSource source =
        switch (kind) {
          case "own" -> new ModulatorSource.OwnLayer();
          case "one" -> new ModulatorSource.ConstantOne();
          case "population" -> {
            sources.put(activity, given.text("population"));
            yield new ModulatorSource.Layer(0);
          }
          case "external" -> {
            String signal = given.text("signal");
            sources.put(external, signal);
            String shape = document.object("signals").object(signal).text("shape");
            yield shape.equals("vector")
                ? new ModulatorSource.ExternalVector()
                : new ModulatorSource.ExternalScalar();
          }
          default ->
              throw new BrokenVectorException(
                  "modulator source (%s) must be own, population, external or one".formatted(kind));
        };
    return given.has("function") ? new ModulatorSource.Tanh(source) : source;
  }

  static Kernel kernel(VectorReader given) {
    String kernel = given.text("kernel");
    return switch (kernel) {
      case "exp" -> new Kernel.Exponential(given.number("tau_s"));
      case "alpha" -> new Kernel.Alpha(given.number("tau_s"));
      case "delta" -> new Kernel.Delta();
      default ->
          throw new BrokenVectorException(
              "kernel (%s) must be exp, alpha or delta".formatted(kernel));
    };
  }

  private static String choice(VectorReader given, String field, String one, String other) {
    String value = given.text(field);
    if (!value.equals(one) && !value.equals(other)) {
      throw new BrokenVectorException(
          "%s (%s) must be %s or %s".formatted(field, value, one, other));
    }
    return value;
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
