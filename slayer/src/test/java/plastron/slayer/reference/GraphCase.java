package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.DoubleSupplier;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Refractory;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.NeuronValues;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rule.Gain;
import plastron.plasticity.rule.LinearDrive;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.TapeLimit;

/**
 * A model of every kind of part in any order, an episode for it and the adjoints of a loss. Long,
 * because every part that a graph can have is drawn here.
 */
public final class GraphCase {

  /** Number of steps of the episode. */
  public static final int STEPS = 50;

  /** The model. */
  public final PlasticModel model;

  private final Map<String, SpikeRaster> spikes = new LinkedHashMap<>();
  private final Map<String, Signal> signals = new LinkedHashMap<>();
  private final Map<String, double[][]> adjoints = new LinkedHashMap<>();
  private final boolean throughReset;
  private final int truncate;
  private final Random random;

  /** The case of a seed. */
  public GraphCase(long seed) {
    random = new Random(seed);
    throughReset = random.nextBoolean();
    List<Population> populations = new ArrayList<>();
    int count = 3 + random.nextInt(4);
    for (int p = 0; p < count; p++) {
      // Now and then wide enough for rows by post neuron and for the machine's vectors.
      int size = random.nextInt(8) == 0 ? 17 + random.nextInt(20) : 1 + random.nextInt(6);
      boolean source = p == 0 || (p < count - 1 && random.nextInt(5) == 0);
      populations.add(
          new Population("p" + p, size, source ? new Neuron.SpikeSource() : neuron(size)));
    }
    List<PlasticProjection> projections = new ArrayList<>();
    for (int q = 0; q < 2 * count; q++) {
      Population from = populations.get(random.nextInt(count));
      Population to = populations.get(random.nextInt(count));
      if (fires(from) && receives(to)) {
        projections.add(projection("q" + q, from, to, populations));
      }
    }
    List<Drive> drives = new ArrayList<>();
    List<Learned> learned = new ArrayList<>();
    for (Population to : populations) {
      Population from = populations.get(random.nextInt(count));
      if (fires(from) && receives(to) && random.nextInt(3) == 0) {
        drives.add(drive(from, to));
      }
      for (Learned.Value value : Learned.Value.values()) {
        if (NeuronValues.of(to.neuron(), value).isPresent() && random.nextInt(3) == 0) {
          learned.add(new Learned(to.name(), value, Bounds.NONE));
        }
      }
    }
    int interval = 1 + random.nextInt(9);
    RateEstimator rates =
        random.nextBoolean()
            ? new RateEstimator.Boxcar()
            : RateEstimator.ExponentialTrace.matching(interval);
    Clock clock = new Clock(interval, rates, 1 + random.nextDouble());
    truncate = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : Integer.MAX_VALUE;
    model =
        new PlasticModel(
            "random",
            DrawnModules.added(
                new PlasticGraph(populations, projections, drives, learned, clock), seed),
            Map.of());
    for (Population p : populations) {
      if (receives(p)) {
        adjoints.put(p.name(), rows(p.size()));
      } else {
        spikes.put(p.name(), input(p.size()));
      }
    }
    model.graph().signals().forEach((name, width) -> signals.put(name, signal(width)));
    for (RateModule module : model.graph().modules()) {
      adjoints.put(module.name(), rows(module.width()));
    }
  }

  private double[][] rows(int width) {
    double[][] rows = new double[STEPS][width];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return rows;
  }

  private static boolean fires(Population population) {
    return !(population.neuron() instanceof Neuron.LeakyIntegrator);
  }

  private static boolean receives(Population population) {
    return !(population.neuron() instanceof Neuron.SpikeSource);
  }

  private SpikeRaster input(int neurons) {
    SpikeRaster raster = new SpikeRaster(STEPS, neurons);
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < neurons; i++) {
        if (random.nextInt(4) == 0) {
          raster.set(t, i);
        }
      }
    }
    return raster;
  }

  private Signal signal(int width) {
    double[][] values = new double[1 + random.nextInt(STEPS)][width];
    for (double[] row : values) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return Signal.perNeuron(values);
  }

  private Neuron neuron(int size) {
    Values theta = values(size, () -> 0.5 + random.nextDouble());
    Values bias = values(size, () -> random.nextDouble() * 0.2 - 0.1);
    Values decay = values(size, () -> random.nextDouble() * 0.95);
    Values tau = values(size, () -> 0.5 + random.nextDouble() * 5);
    Neuron.Reset reset = random.nextBoolean() ? Neuron.Reset.HARD : Neuron.Reset.SUBTRACT_THRESHOLD;
    Neuron.Lif lif = new Neuron.Lif(theta, decay, bias, reset, random.nextInt(3));
    return switch (random.nextInt(7)) {
      case 0 -> new Neuron.LeakyIntegrator(decay, bias);
      case 1, 2 ->
          new Neuron.Srm(
              theta,
              random.nextBoolean()
                  ? new Refractory.Exponentials(tau)
                  : new Refractory.Common(new Kernel.Alpha(tau.at(0))),
              random.nextDouble() * 2,
              bias);
      case 3, 4 ->
          new Neuron.AdaptiveLif(
              lif, values(size, random::nextDouble), values(size, random::nextDouble));
      default -> lif;
    };
  }

  private Values values(int size, DoubleSupplier next) {
    if (random.nextBoolean()) {
      return Values.of(next.getAsDouble());
    }
    double[] values = new double[size];
    Arrays.setAll(values, i -> next.getAsDouble());
    return Values.perNeuron(values);
  }

  private PlasticProjection projection(
      String name, Population from, Population to, List<Population> populations) {
    double tau = 1 + random.nextDouble() * 6;
    Kernel kernel =
        switch (random.nextInt(3)) {
          case 0 -> new Kernel.Delta();
          case 1 -> new Kernel.Exponential(tau);
          default -> new Kernel.Alpha(tau);
        };
    Map<String, Population> modulators = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    PlasticityRule rule = Catalogue.find("static").orElseThrow().build(RuleOptions.paper());
    if (fires(to)) {
      RuleOptions options =
          RuleOptions.paper()
              .clippedAt(random.nextBoolean() ? 0.1 : 2)
              .modulatedBy(source("m", populations, modulators))
              .decayModulatedBy(source("n", populations, modulators));
      String family = Catalogue.names().get(random.nextInt(Catalogue.names().size()));
      rule = Catalogue.find(family).orElseThrow().build(options);
    }
    Population gain = populations.get(random.nextInt(populations.size()));
    if (fires(gain) && random.nextInt(4) == 0) {
      rule = Gain.of(rule);
      modulators.put(Gain.RATES, gain);
    }
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() == Role.EXTERNAL) {
        String kind = symbol.axis() == Axis.POST ? "vector to " : "number to ";
        sources.put(symbol.name(), kind + to.name());
      } else if (modulators.containsKey(symbol.name())) {
        sources.put(symbol.name(), modulators.get(symbol.name()).name());
      }
    }
    modulators.keySet().retainAll(sources.keySet());
    Connectivity connectivity = connectivity(from.size());
    Optional<SynapseRows> sparse = connectivity.sparse(from.size(), to.size());
    Map<String, double[][]> parameters = parameters(rule, from.size(), to.size(), modulators);
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      if (symbol.axis() == Axis.SYNAPSE) {
        parameters.computeIfPresent(symbol.name(), (n, all) -> InertSynapses.existing(all, sparse));
      }
    }
    return new PlasticProjection(
        name,
        from.name(),
        to.name(),
        connectivity,
        kernel,
        random.nextBoolean() ? Delivery.TRACE : Delivery.ARRIVAL,
        random.nextBoolean() ? DelayPlace.AXON : DelayPlace.DENDRITE,
        random.nextInt(4),
        rule,
        sources,
        parameters);
  }

  private Connectivity connectivity(int pre) {
    return switch (random.nextInt(6)) {
      case 0, 1 ->
          new Connectivity.Generated(
              new ConnectionRule.FixedProbability(random.nextDouble()), random.nextLong());
      case 2 ->
          new Connectivity.Generated(
              new ConnectionRule.FixedInDegree(random.nextInt(pre + 1)), random.nextLong());
      default -> new Connectivity.Dense();
    };
  }

  private ModulatorSource source(
      String activity, List<Population> populations, Map<String, Population> modulators) {
    Population population = populations.get(random.nextInt(populations.size()));
    ModulatorSource source =
        switch (random.nextInt(5)) {
          case 0 -> new ModulatorSource.ConstantOne();
          case 1 -> new ModulatorSource.ExternalScalar();
          case 2 -> new ModulatorSource.ExternalVector();
          case 3 -> new ModulatorSource.OwnLayer();
          default -> {
            if (!fires(population)) {
              yield new ModulatorSource.OwnLayer();
            }
            modulators.put(activity, population);
            yield new ModulatorSource.Layer(0);
          }
        };
    return random.nextInt(3) == 0 ? new ModulatorSource.Tanh(source) : source;
  }

  private Drive drive(Population from, Population to) {
    PlasticityRule rule = LinearDrive.of("B");
    boolean threshold = fires(to) && random.nextBoolean();
    return new Drive(
        "drive of " + to.name(),
        to.name(),
        threshold ? Drive.Target.THRESHOLD : Drive.Target.BIAS,
        rule,
        Map.of(LinearDrive.RATES, from.name()),
        parameters(rule, 1, to.size(), Map.of(LinearDrive.RATES, from)));
  }

  private Map<String, double[][]> parameters(
      PlasticityRule rule, int pre, int post, Map<String, Population> modulators) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    modulators.forEach((name, population) -> sizes.put(name, population.size()));
    Map<String, Integer> counts = RuleDerivation.of(rule).modulators(sizes);
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      int rows = count(symbol, symbol.axis().from(), pre, post, counts);
      double[][] value = new double[rows][count(symbol, symbol.axis().to(), pre, post, counts)];
      for (double[] row : value) {
        Arrays.setAll(row, i -> value(symbol.name(), pre));
      }
      parameters.put(symbol.name(), value);
    }
    return parameters;
  }

  private double value(String symbol, int pre) {
    return switch (symbol) {
      case "W" -> (random.nextDouble() - 0.2) * 2.5 / Math.sqrt(pre);
      case "eta", "eta_phi", "eta_e" -> 0.05 + 0.3 * random.nextDouble();
      default -> 0.8 * (random.nextDouble() - 0.4);
    };
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

  /** How gradients are formed. */
  public SweepOptions options(TapeLimit tape) {
    return new SweepOptions(new SlayerExponential(0.4, 0.7), throughReset, tape, truncate);
  }

  /** The same network, its populations declared in another order. */
  public PlasticModel shuffled(long seed) {
    List<Population> populations = new ArrayList<>(model.graph().populations());
    Collections.shuffle(populations, new Random(seed));
    return model.with(model.graph().withPopulations(populations));
  }

  /** What a graph of the same populations is given. */
  public Input input(PlasticGraph graph) {
    return new Input(
        Arrays.stream(graph.inputs())
            .mapToObj(p -> spikes.get(graph.populations().get(p).name()))
            .toList(),
        signals);
  }

  /** The adjoints of what a graph of the same populations shows. */
  public Adjoints adjoints(PlasticGraph graph) {
    Adjoints all = new Adjoints(graph);
    adjoints.forEach(
        (name, rows) -> {
          OptionalInt module = graph.module(name);
          for (int t = 0; t < STEPS; t++) {
            (module.isPresent() ? all.ofModule(module.getAsInt()) : all.of(graph.index(name)))
                .add(t, t + 1, rows[t]);
          }
        });
    return all;
  }
}
