package plastron.slayer.reference;

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
import plastron.core.network.Refractory;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.Gain;
import plastron.plasticity.rule.LinearDrive;
import plastron.plasticity.rule.PlasticityRule;

/** Draws the parts that a graph can have, one after another from the same random numbers. */
final class GraphParts {

  private final Random random;

  GraphParts(Random random) {
    this.random = random;
  }

  static boolean fires(Population population) {
    return !(population.neuron() instanceof Neuron.LeakyIntegrator);
  }

  static boolean receives(Population population) {
    return !(population.neuron() instanceof Neuron.SpikeSource);
  }

  Neuron neuron(int size) {
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

  PlasticProjection projection(
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
        rule.delivery(random.nextBoolean() ? Delivery.TRACE : Delivery.ARRIVAL),
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

  Drive drive(Population from, Population to) {
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
}
