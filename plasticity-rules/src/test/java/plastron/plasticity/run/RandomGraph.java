package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Refractory;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/** A model of every kind of part in any order, with spikes and signals for it. */
final class RandomGraph {

  private static final List<String> RULES =
      List.of(
          "static",
          "dp-linear",
          "dp-oja",
          "dp-oja-local",
          "dp-oja-classic",
          "dp-bcm",
          "dp-bcm-classic",
          "ndp-linear",
          "ndp-oja",
          "ndp-oja-local",
          "ndp-bcm",
          "ndp-elig",
          "stdp",
          "stdp-triplet",
          "stdp-dopamine");

  final int steps = 60;
  final PlasticModel model;

  /** By name of source. */
  final Map<String, SpikeRaster> spikes = new HashMap<>();

  final Map<String, Signal> signals = new LinkedHashMap<>();

  private final Random random;

  RandomGraph(long seed) {
    random = new Random(seed);
    List<Population> populations = new ArrayList<>();
    int count = 3 + random.nextInt(4);
    for (int p = 0; p < count; p++) {
      int size = 1 + random.nextInt(5);
      boolean source = p == 0 || (p < count - 1 && random.nextInt(4) == 0);
      populations.add(
          new Population("p" + p, size, source ? new Neuron.SpikeSource() : neuron(size)));
    }
    // Counted by drawing: at least one population receives, since the last is no source.
    List<PlasticProjection> projections = new ArrayList<>();
    for (int q = 0; q < 2 * count; q++) {
      Population from = populations.get(random.nextInt(count));
      Population to = populations.get(random.nextInt(count));
      if (fires(from) && !(to.neuron() instanceof Neuron.SpikeSource)) {
        projections.add(projection("q" + q, from, to, populations));
      }
    }
    List<Drive> drives = new ArrayList<>();
    for (int d = 0; d < random.nextInt(4); d++) {
      Population to = populations.get(random.nextInt(count));
      Population from = populations.get(random.nextInt(count));
      if (fires(from) && !(to.neuron() instanceof Neuron.SpikeSource)) {
        drives.add(drive("d" + d, from, to));
      }
    }
    int interval = 1 + random.nextInt(9);
    RateEstimator rates =
        random.nextBoolean()
            ? new RateEstimator.Boxcar()
            : RateEstimator.ExponentialTrace.matching(interval);
    // Not below 1: dp-oja would amplify rounding errors otherwise.
    Clock clock = new Clock(interval, rates, 1 + random.nextDouble());
    model =
        new PlasticModel(
            "random",
            new PlasticGraph(populations, projections, drives, List.of(), clock),
            Map.of());
    for (Population p : populations) {
      if (p.neuron() instanceof Neuron.SpikeSource) {
        spikes.put(p.name(), RandomModel.input(random, steps, p.size(), 0.25));
      }
    }
    int windows = random.nextInt(steps / interval + 1);
    model
        .graph()
        .signals()
        .forEach(
            (name, width) -> {
              if (random.nextInt(5) > 0) {
                signals.put(name, signal(windows, random.nextBoolean() ? width : 1));
              }
            });
  }

  private static boolean fires(Population population) {
    return !(population.neuron() instanceof Neuron.LeakyIntegrator);
  }

  /** The input of a graph of the same sources. */
  Input input(PlasticGraph graph) {
    return new Input(
        Arrays.stream(graph.inputs())
            .mapToObj(p -> GraphReference.of(spikes, graph.populations().get(p).name()))
            .toList(),
        signals);
  }

  private Signal signal(int windows, int width) {
    double[][] values = new double[windows][width];
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
    Neuron.Lif lif = new Neuron.Lif(theta, decay, bias, reset, 0);
    return switch (random.nextInt(6)) {
      case 0 -> new Neuron.LeakyIntegrator(decay, bias);
      case 1, 2 ->
          new Neuron.Srm(theta, new Refractory.Exponentials(tau), random.nextDouble() * 2, bias);
      case 3 ->
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
    Map<String, String> sources = new LinkedHashMap<>();
    int modulating = from.size();
    PlasticityRule rule = Catalogue.find("static").orElseThrow().build(RuleOptions.paper());
    if (fires(to)) {
      RuleOptions options = RuleOptions.paper().clippedAt(random.nextBoolean() ? 0.1 : 2);
      String family = RULES.get(random.nextInt(RULES.size()));
      switch (random.nextInt(4)) {
        case 0 -> options = options.modulatedBy(new ModulatorSource.ConstantOne());
        case 1 -> {
          options = options.modulatedBy(new ModulatorSource.ExternalScalar());
          sources.put("M", "reward");
        }
        case 2 -> {
          Population modulator = populations.get(random.nextInt(populations.size()));
          if (fires(modulator)) {
            options = options.modulatedBy(new ModulatorSource.Layer(0));
            sources.put("m", modulator.name());
            modulating = modulator.size();
          }
        }
        default -> {}
      }
      rule = Catalogue.find(family).orElseThrow().build(options);
      if (random.nextInt(8) == 0) {
        rule = TestRules.vectorModulated();
        sources.clear();
        sources.put("M", "error of " + to.name());
      }
    }
    sources.keySet().retainAll(rule.symbols().stream().map(Symbol::name).toList());
    Connectivity connectivity = Sparse.draw(random, from.size(), to.size());
    return new PlasticProjection(
        name,
        from.name(),
        to.name(),
        connectivity,
        kernel,
        rule.delivery(random.nextBoolean() ? Delivery.TRACE : Delivery.ARRIVAL),
        random.nextBoolean() ? DelayPlace.AXON : DelayPlace.DENDRITE,
        random.nextInt(4),
        rule,
        sources,
        Sparse.existing(
            rule,
            TestRules.parameters(random, rule, from.size(), to.size(), modulating),
            connectivity.sparse(from.size(), to.size())));
  }

  private Drive drive(String name, Population from, Population to) {
    PlasticityRule rule = TestRules.drive();
    boolean threshold = fires(to) && random.nextBoolean();
    return new Drive(
        name,
        to.name(),
        threshold ? Drive.Target.THRESHOLD : Drive.Target.BIAS,
        rule,
        Map.of("m", from.name()),
        TestRules.parameters(random, rule, 1, to.size(), from.size()));
  }
}
