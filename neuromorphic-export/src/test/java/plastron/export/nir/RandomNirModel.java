package plastron.export.nir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Bounds;
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
import plastron.plasticity.rule.LinearDrive;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Draws models of everything that NIR can say, and of all that only metadata can. Long, because
 * every kind of part is drawn here.
 */
final class RandomNirModel {

  private static final List<String> NAMES = List.of("input", "a", "a/b", "läuft", "output", "x-y");

  private final Random random;
  private final boolean plastic;

  private RandomNirModel(long seed, boolean plastic) {
    random = new Random(seed);
    this.plastic = plastic;
  }

  /** A model with rules, drives and learned values. */
  static PlasticModel plastic(long seed) {
    return new RandomNirModel(seed, true).model();
  }

  /** A model with fixed weights. */
  static PlasticModel fixed(long seed) {
    return new RandomNirModel(seed, false).model();
  }

  private PlasticModel model() {
    List<Population> populations = new ArrayList<>();
    int count = 2 + random.nextInt(5);
    for (int p = 0; p < count; p++) {
      int size = 1 + random.nextInt(4);
      boolean source = p == 0 || random.nextInt(5) == 0;
      String name = random.nextBoolean() ? NAMES.get(p % NAMES.size()) : "p" + p;
      populations.add(new Population(name, size, source ? new Neuron.SpikeSource() : neuron(size)));
    }
    List<PlasticProjection> projections = new ArrayList<>();
    for (int q = 0; q < 2 * count; q++) {
      Population from = populations.get(random.nextInt(count));
      Population to = populations.get(random.nextInt(count));
      if (!isReadOut(from) && !isSource(to)) {
        projections.add(projection(q == 1 ? "a" : "q" + q, from, to, populations));
      }
    }
    List<Drive> drives = new ArrayList<>();
    List<Learned> learned = new ArrayList<>();
    for (Population to : populations) {
      if (plastic && !isSource(to) && random.nextInt(4) == 0) {
        drives.add(drive("d" + to.name(), populations.getFirst(), to));
        learned.add(
            new Learned(to.name(), Learned.Value.BIAS, new Bounds(-1, Double.POSITIVE_INFINITY)));
      }
    }
    int interval = 1 + random.nextInt(9);
    RateEstimator rates =
        random.nextBoolean()
            ? new RateEstimator.Boxcar()
            : RateEstimator.ExponentialTrace.matching(interval);
    return new PlasticModel(
        "drawn, größer",
        new PlasticGraph(
            populations,
            projections,
            drives,
            learned,
            new Clock(interval, rates, 0.5 + random.nextDouble())),
        random.nextBoolean() ? Map.of() : provenance());
  }

  private static Map<String, String> provenance() {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("seed", "");
    provenance.put("Größe", "1\n2");
    return provenance;
  }

  private static boolean isSource(Population p) {
    return p.neuron() instanceof Neuron.SpikeSource;
  }

  private static boolean isReadOut(Population p) {
    return p.neuron() instanceof Neuron.LeakyIntegrator;
  }

  private Neuron neuron(int size) {
    boolean still = random.nextInt(4) == 0;
    Values decay = values(size, () -> still ? 1 : random.nextDouble());
    Values bias = random.nextBoolean() ? Values.of(0) : values(size, random::nextGaussian);
    return random.nextInt(4) == 0
        ? new Neuron.LeakyIntegrator(decay, bias)
        : new Neuron.Lif(
            values(size, () -> 0.1 + random.nextDouble()),
            decay,
            bias,
            random.nextBoolean() ? Neuron.Reset.HARD : Neuron.Reset.SUBTRACT_THRESHOLD,
            0);
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
    double tau = random.nextInt(3) == 0 ? 2 : 0.3 + random.nextDouble() * 6;
    Kernel kernel =
        switch (random.nextInt(5)) {
          case 0 -> new Kernel.Delta();
          case 1 -> new Kernel.Alpha(tau);
          case 2 -> new Kernel.Finite(random.nextGaussian(), 0, random.nextGaussian());
          default -> new Kernel.Exponential(tau);
        };
    Map<String, String> sources = new LinkedHashMap<>();
    PlasticityRule rule = rule(to, populations, sources);
    Connectivity connectivity = connectivity(from.size(), to.size());
    Optional<SynapseRows> sparse = connectivity.sparse(from.size(), to.size());
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    int modulating = sources.containsKey("m") ? size(populations, sources.get("m")) : to.size();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      parameters.put(symbol.name(), parameter(symbol, from.size(), to.size(), modulating, sparse));
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

  private static int size(List<Population> populations, String name) {
    return populations.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow().size();
  }

  private PlasticityRule rule(
      Population to, List<Population> populations, Map<String, String> sources) {
    if (!plastic || isReadOut(to) || random.nextInt(3) == 0) {
      return Catalogue.find("static").orElseThrow().build(RuleOptions.paper());
    }
    List<String> names =
        Catalogue.windowed().stream()
            .map(RuleFamily::name)
            .filter(n -> !n.equals("ndp-elig-decay"))
            .toList();
    RuleOptions options = RuleOptions.paper().clippedAt(random.nextBoolean() ? 0.1 : 2);
    options =
        switch (random.nextInt(3)) {
          case 0 -> options.modulatedBy(new ModulatorSource.ConstantOne());
          case 1 -> options.modulatedBy(new ModulatorSource.ExternalScalar());
          default -> options.modulatedBy(new ModulatorSource.Tanh(new ModulatorSource.Layer(0)));
        };
    PlasticityRule rule =
        Catalogue.find(names.get(random.nextInt(names.size()))).orElseThrow().build(options);
    if (rule.symbol("M").filter(s -> s.role() == Role.EXTERNAL).isPresent()) {
      sources.put("M", "reward");
    }
    if (rule.symbol("m").isPresent()) {
      List<Population> firing = populations.stream().filter(p -> !isReadOut(p)).toList();
      sources.put("m", firing.get(random.nextInt(firing.size())).name());
    }
    return rule;
  }

  private Connectivity connectivity(int pre, int post) {
    return switch (random.nextInt(5)) {
      case 0 ->
          new Connectivity.Generated(new ConnectionRule.FixedProbability(0.5), random.nextLong());
      case 1 ->
          new Connectivity.Generated(new ConnectionRule.FixedInDegree(pre), random.nextLong());
      case 2 ->
          new Connectivity.Rows(
              new ConnectionRule.FixedProbability(0.6).draw(pre, post, random.nextLong()));
      default -> new Connectivity.Dense();
    };
  }

  private double[][] parameter(
      Symbol symbol, int pre, int post, int modulating, Optional<SynapseRows> sparse) {
    int rows = count(symbol.axis().from(), pre, post, modulating);
    double[][] value = new double[rows][];
    for (int j = 0; j < rows; j++) {
      int columns = count(symbol.axis().to(), pre, post, modulating);
      boolean listed = symbol.axis() == plastron.plasticity.expr.Axis.SYNAPSE;
      value[j] = new double[listed && sparse.isPresent() ? sparse.get().degree(j) : columns];
      Arrays.setAll(value[j], i -> symbol.bounds().clip(random.nextGaussian()));
    }
    return value;
  }

  private static int count(
      plastron.plasticity.expr.Dimension dimension, int pre, int post, int modulating) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> pre;
      case POST -> post;
      case MODULATOR -> modulating;
    };
  }

  private Drive drive(String name, Population from, Population to) {
    PlasticityRule rule = LinearDrive.of("B");
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      parameters.put(symbol.name(), parameter(symbol, 1, to.size(), from.size(), Optional.empty()));
    }
    Map<String, String> sources = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.ACTIVITY)) {
      sources.put(symbol.name(), from.name());
    }
    return new Drive(name, to.name(), Drive.Target.BIAS, rule, sources, parameters);
  }
}
