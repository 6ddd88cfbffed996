package plastron.tasks.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Population;
import plastron.core.random.Seeds;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.initialise.Constant;
import plastron.plasticity.initialise.Initialiser;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.NearestName;
import plastron.tasks.config.NetworkSection;
import plastron.tasks.config.NetworkSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.design.Streams;

/**
 * A projection from its table; what this leaves out is as a configuration says. Long, because what
 * each key means, and where it means nothing, is said here.
 */
final class DescribedProjection {

  /** Pairs of neurons of a sparse projection: each is looked at whenever synapses are drawn. */
  private static final long MOST_PAIRS = 100_000_000;

  /** Streams of random numbers below are those of the networks that settings describe. */
  private static final long FIRST_STREAM = 1L << 32;

  private final Configuration config;
  private final NetworkForm form;
  private final NetworkSection table;
  private final DescribedRule described;
  private final PlasticityRule rule;

  /**
   * @param signals that the task or a module gives, each with its number of values
   * @param index of the population that the table names
   */
  DescribedProjection(
      Configuration config,
      NetworkSection table,
      Map<String, Integer> signals,
      ToIntFunction<Setting<String>> index) {
    this.config = config;
    this.table = table;
    form = NetworkForm.of(config);
    described = DescribedRule.of(config, table, signals, index);
    rule = described.rule();
  }

  /**
   * The projection without its numbers.
   *
   * @param cycle whether it lies inside a cycle, where a spike acts a step later than its latency
   */
  PlasticProjection projection(Population from, Population to, boolean cycle) {
    int latency = cycle ? Math.max(0, form.latency() - 1) : form.latency();
    return new PlasticProjection(
        table.name(),
        from.name(),
        to.name(),
        connectivity((long) from.size() * to.size()),
        kernel(),
        table
            .get(NetworkSettings.DELIVERY)
            .map(d -> d.equals("trace") ? Delivery.TRACE : Delivery.ARRIVAL)
            .orElse(rule.delivery(form.delivery())),
        table
            .get(NetworkSettings.DELAY)
            .map(d -> d.equals("axon") ? DelayPlace.AXON : DelayPlace.DENDRITE)
            .orElse(DelayPlace.DENDRITE),
        table.get(NetworkSettings.LATENCY).map(Math::toIntExact).orElse(latency),
        rule,
        sources(),
        Map.of());
  }

  private Map<String, String> sources() {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Role role : List.of(Role.ACTIVITY, Role.EXTERNAL)) {
      for (Symbol symbol : rule.symbols(role)) {
        if (role == Role.EXTERNAL || symbol.axis() == Axis.MODULATOR) {
          sources.put(symbol.name(), table.require(NetworkSettings.MODULATOR));
        }
      }
    }
    return sources;
  }

  private Kernel kernel() {
    Optional<String> named = table.get(NetworkSettings.KERNEL);
    if (named.isEmpty() && table.get(NetworkSettings.TAU_S).isEmpty()) {
      return form.kernel();
    }
    double tau = table.get(NetworkSettings.TAU_S).orElse(config.get(ModelSettings.TAU_S));
    return switch (named.orElse("exponential")) {
      case "exponential" -> new Kernel.Exponential(tau);
      case "alpha" -> new Kernel.Alpha(tau);
      default -> {
        table.refuse(NetworkSettings.TAU_S, "is nothing that kernel delta has.");
        yield new Kernel.Delta();
      }
    };
  }

  private Connectivity connectivity(long pairs) {
    Optional<ConnectionRule> drawn = connections();
    if (drawn.isEmpty()) {
      table.refuse(
          NetworkSettings.SEED,
          "is for some of the synapses, by %s or %s; all are there."
              .formatted(NetworkSettings.PROBABILITY.key(), NetworkSettings.IN_DEGREE.key()));
      return new Connectivity.Dense();
    }
    if (pairs > MOST_PAIRS) {
      throw new BadInputException(
          "Projection %s in %s (%d pairs of neurons) must have at most %d where synapses are drawn."
              .formatted(table.title(), table.origin(), pairs, MOST_PAIRS));
    }
    if (config.get(ModelSettings.W_DRAW).equals("orthogonal")) {
      throw new BadInputException(
          "Setting %s (orthogonal) is for all synapses, %s in %s has some of them."
              .formatted(ModelSettings.W_DRAW.key(), table.title(), table.origin()),
          "Maybe --set %s=normal.".formatted(ModelSettings.W_DRAW.key()));
    }
    long seed = table.get(NetworkSettings.SEED).orElseGet(this::ownSeed);
    return new Connectivity.Generated(drawn.get(), seed);
  }

  private Optional<ConnectionRule> connections() {
    Optional<ConnectionRule> probability =
        table.get(NetworkSettings.PROBABILITY).map(ConnectionRule.FixedProbability::new);
    if (probability.isPresent()) {
      table.refuse(
          NetworkSettings.IN_DEGREE,
          "says another thing than %s.".formatted(NetworkSettings.PROBABILITY.key()));
      return probability;
    }
    return table
        .get(NetworkSettings.IN_DEGREE)
        .map(count -> new ConnectionRule.FixedInDegree(Math.toIntExact(count)));
  }

  private long ownSeed() {
    return Seeds.of(config.get(RunSettings.SEED), Streams.SYNAPSES, table.name().hashCode());
  }

  /** What the projection starts from; its random numbers depend on its name. */
  InitialModel.Start start() {
    List<String> parameters = rule.symbols(Role.PARAMETER).stream().map(Symbol::name).toList();
    Map<String, Initialiser> given = new LinkedHashMap<>();
    described.start().forEach((name, value) -> given.put(name, new Constant(value)));
    table
        .get(NetworkSettings.START)
        .orElse(Map.of())
        .forEach(
            (parameter, numbers) -> {
              if (!parameters.contains(parameter)) {
                throw new BadInputException(
                    "Parameter (%s) of %s in %s must be one that rule %s has, %s."
                        .formatted(
                            parameter,
                            table.title(),
                            table.origin(),
                            rule.name(),
                            String.join(", ", parameters)),
                    NearestName.maybe(parameter, parameters));
              }
              Bounds bounds = rule.symbol(parameter).orElseThrow().bounds();
              double mean = numbers.getFirst();
              if (bounds.clip(mean) != mean) {
                throw new BadInputException(
                    "Parameter %s of %s in %s (%s) must be from %s to %s."
                        .formatted(
                            parameter,
                            table.title(),
                            table.origin(),
                            mean,
                            bounds.low(),
                            bounds.high()));
              }
              given.put(parameter, initialiser(numbers).within(bounds));
            });
    for (Setting<?> setting : List.of(NetworkSettings.W_MEAN, NetworkSettings.W_GAIN)) {
      if (given.containsKey("W")) {
        table.refuse(setting, "says another thing than the start of W.");
      }
    }
    boolean within = table.require(NetworkSettings.FROM).equals(table.require(NetworkSettings.TO));
    long stream = FIRST_STREAM + Integer.toUnsignedLong(table.name().hashCode());
    InitialModel.Start usual = InitialModel.Start.of(config, stream, within);
    return new InitialModel.Start(
        stream,
        table.get(NetworkSettings.W_MEAN).orElse(usual.wMean()),
        table.get(NetworkSettings.W_GAIN).orElse(usual.wGain()),
        given);
  }

  private static Initialiser initialiser(List<Double> numbers) {
    return numbers.size() == 1
        ? new Constant(numbers.getFirst())
        : new Normal(numbers.getFirst(), numbers.getLast());
  }
}
