package plastron.plasticity.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plastron.core.check.Require;
import plastron.core.ledger.Departure;
import plastron.core.memory.ArrayBytes;
import plastron.core.network.Components;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.SynapseRows;
import plastron.core.run.Signal;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.module.ModuleCheck;
import plastron.plasticity.module.ModuleInput;
import plastron.plasticity.module.RateModule;

/**
 * A directed graph of populations whose projections carry plasticity rules: all that decides what a
 * network does but for the numbers of its rules' parameters, which may be missing here. Indices
 * count populations, projections and drives in the order of declaration. Long, because whoever asks
 * what leads where asks it here.
 *
 * @param populations at least one spike source among them, each with a name of its own
 * @param projections each with a name of its own; several may join the same two populations
 * @param drives each with a name of its own
 * @param modules each with a name of its own
 * @param learned the numbers of neurons that training may change
 * @param clock when rules act
 */
@Departure(
    from = "SpikePropamine paper",
    what =
        "The paper has chains, whose spikes cross all layers in their step; between "
            + "populations that reach each other in a cycle a spike takes one step more than "
            + "its latency.",
    reason = "Nobody in a cycle can go first; graphs without cycles are as in the paper.",
    test = "PlasticGraphTest.insideACycleNobodyGoesFirst")
public record PlasticGraph(
    List<Population> populations,
    List<PlasticProjection> projections,
    List<Drive> drives,
    List<RateModule> modules,
    List<Learned> learned,
    Clock clock) {

  public PlasticGraph {
    populations = Require.all("Populations", populations);
    projections = Require.all("Projections", projections);
    drives = Require.all("Drives", drives);
    modules = Require.all("Modules", modules);
    learned = Require.all("Learned values", learned);
    Require.given("Clock", clock);
    ModuleCheck.check(populations, modules);
    GraphCheck.check(populations, projections, drives, modules, learned);
  }

  /** A graph without modules. */
  public PlasticGraph(
      List<Population> populations,
      List<PlasticProjection> projections,
      List<Drive> drives,
      List<Learned> learned,
      Clock clock) {
    this(populations, projections, drives, List.of(), learned, clock);
  }

  /** Index of the population of this name. */
  public int index(String population) {
    return index(populations, population);
  }

  static int index(List<Population> populations, String name) {
    for (int p = 0; p < populations.size(); p++) {
      if (populations.get(p).name().equals(name)) {
        return p;
      }
    }
    throw new IllegalArgumentException(
        "Population (%s) is not one of %s."
            .formatted(name, populations.stream().map(Population::name).toList()));
  }

  /** The population of this name. */
  public Population population(String name) {
    return populations.get(index(name));
  }

  /** Number of neurons of every population. */
  public int[] sizes() {
    return populations.stream().mapToInt(Population::size).toArray();
  }

  /** Indices of the spike sources, whose spikes an episode gives. */
  public int[] inputs() {
    return IntStream.range(0, populations.size())
        .filter(p -> populations.get(p).neuron() instanceof Neuron.SpikeSource)
        .toArray();
  }

  /** Indices of all other populations, in the order of declaration. */
  public int[] computing() {
    return IntStream.range(0, populations.size())
        .filter(p -> !(populations.get(p).neuron() instanceof Neuron.SpikeSource))
        .toArray();
  }

  /**
   * Indices of the populations that send to no other, in the order of declaration; if there are
   * several, those among them whose rates no rule and no module reads from elsewhere.
   */
  public int[] outputs() {
    Set<String> senders = new HashSet<>();
    projections.stream().filter(p -> !p.from().equals(p.to())).forEach(p -> senders.add(p.from()));
    int[] last = without(computing(), senders);
    if (last.length > 1) {
      sites().forEach(site -> modulators(site).values().forEach(p -> senders.add(name(p))));
      moduleInputs()
          .forEach(
              input -> {
                if (input instanceof ModuleInput.OfPopulation(String population)) {
                  senders.add(population);
                }
              });
      return without(last, senders);
    }
    return last;
  }

  private int[] without(int[] some, Set<String> names) {
    return IntStream.of(some).filter(p -> !names.contains(name(p))).toArray();
  }

  private String name(int population) {
    return populations.get(population).name();
  }

  private Stream<ModuleInput> moduleInputs() {
    return modules.stream().flatMap(m -> m.inputs().values().stream()).flatMap(List::stream);
  }

  /** Index of the module of this name; empty if a signal of this name comes from outside. */
  public OptionalInt module(String name) {
    return IntStream.range(0, modules.size())
        .filter(m -> modules.get(m).name().equals(name))
        .findFirst();
  }

  /** All places where a rule acts: the projections, then the drives. */
  public List<RuleSite> sites() {
    return Stream.<RuleSite>concat(projections.stream(), drives.stream()).toList();
  }

  /** Whether it matters where windows end: rules act there, or modules. */
  public boolean hasWindows() {
    return isPlastic() || !modules.isEmpty();
  }

  /** Whether any weight changes during an episode, or anything is driven. */
  public boolean isPlastic() {
    return sites().stream().anyMatch(site -> site.rule().isPlastic());
  }

  /** The strongly connected components; modulators, gains and drives are no edges. */
  public Components components() {
    return Components.of(
        populations.size(),
        projections.stream()
            .map(p -> new Components.Edge(index(p.from()), index(p.to())))
            .toList());
  }

  /**
   * Steps between a spike and its first effect: the latency, and one more inside a component, since
   * there nobody can go first.
   */
  public int delay(PlasticProjection projection, Components components) {
    boolean inside = components.together(index(projection.from()), index(projection.to()));
    return (int) Math.min(Integer.MAX_VALUE, projection.latency() + (inside ? 1L : 0));
  }

  /** Indices of the populations that modulate a rule, by name of activity. */
  public Map<String, Integer> modulators(RuleSite site) {
    Map<String, Integer> modulators = new LinkedHashMap<>();
    for (Symbol activity : site.rule().symbols(Role.ACTIVITY)) {
      if (activity.axis() == Axis.MODULATOR) {
        modulators.put(activity.name(), index(GraphCheck.source(site, activity)));
      }
    }
    return modulators;
  }

  /**
   * How long the sides are that are counted by modulating neurons, by name of symbol; see {@link
   * RuleDerivation#modulators}.
   */
  public Map<String, Integer> modulatorSizes(RuleSite site) {
    Map<String, Integer> sizes = new HashMap<>();
    modulators(site).forEach((name, p) -> sizes.put(name, populations.get(p).size()));
    return RuleDerivation.of(site.rule()).modulators(sizes);
  }

  /** Number of neurons on the PRE side of a rule; 1 for a drive. */
  public int pre(RuleSite site) {
    return switch (site) {
      case PlasticProjection p -> population(p.from()).size();
      case Drive d -> 1;
    };
  }

  /**
   * The synapses of a rule where some are absent; empty where there are all. Those that nobody
   * lists are drawn again in every call.
   */
  public Optional<SynapseRows> sparse(RuleSite site) {
    return site instanceof PlasticProjection p
        ? p.connectivity().sparse(pre(p), population(p.to()).size())
        : Optional.empty();
  }

  /** The signals that episodes give, each with the number of its values: 1 or one per neuron. */
  public Map<String, Integer> signals() {
    return GraphSignals.of(this);
  }

  /**
   * Throws {@link IllegalArgumentException} if nothing reads a signal of some name, or something
   * reads it in another shape.
   */
  public void checkSignals(Map<String, Signal> given) {
    GraphSignals.check(this, given);
  }

  /**
   * How many numbers the parameters of all rules and modules are, and the learned numbers of
   * neurons.
   */
  public long parameters() {
    long sum = modules.stream().mapToLong(m -> m.block().program().parameterCount()).sum();
    for (Learned value : learned) {
      sum += NeuronValues.count(population(value.population()), value.value());
    }
    return sum + sum((rows, columns) -> rows * columns, SynapseRows::size);
  }

  /** Bytes of the parameters of rules and modules in a {@link PlasticModel}. */
  public long bytes() {
    long ofModules =
        modules.stream()
            .flatMap(module -> module.block().program().parameters().stream())
            .mapToLong(p -> ArrayBytes.rows(p.rows(), p.columns(), Double.BYTES))
            .sum();
    return ofModules
        + sum(
            (rows, columns) -> ArrayBytes.rows(rows, columns, Double.BYTES),
            synapses -> synapses.bytes(Double.BYTES));
  }

  private interface Matrix {
    long measure(long rows, long columns);
  }

  private long sum(Matrix of, ToLongFunction<SynapseRows> ofSparse) {
    long sum = 0;
    for (RuleSite site : sites()) {
      Map<String, Integer> modulators = modulatorSizes(site);
      Optional<SynapseRows> sparse = sparse(site);
      for (Symbol symbol : site.rule().symbols(Role.PARAMETER)) {
        sum +=
            sparse.isPresent() && symbol.axis() == Axis.SYNAPSE
                ? ofSparse.applyAsLong(sparse.get())
                : of.measure(
                    count(site, symbol, symbol.axis().from(), modulators),
                    count(site, symbol, symbol.axis().to(), modulators));
      }
    }
    return sum;
  }

  /** Number of entries of a rule's symbol along one side. */
  int count(RuleSite site, Symbol symbol, Dimension dimension, Map<String, Integer> modulators) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> pre(site);
      case POST -> population(site.to()).size();
      case MODULATOR -> modulators.getOrDefault(symbol.name(), 0);
    };
  }

  /** A copy with other projections and drives. */
  public PlasticGraph with(List<PlasticProjection> newProjections, List<Drive> newDrives) {
    return new PlasticGraph(populations, newProjections, newDrives, modules, learned, clock);
  }

  /** A copy with other modules. */
  public PlasticGraph withModules(List<RateModule> newModules) {
    return new PlasticGraph(populations, projections, drives, newModules, learned, clock);
  }

  /** A copy with other populations. */
  public PlasticGraph withPopulations(List<Population> newPopulations) {
    return new PlasticGraph(newPopulations, projections, drives, modules, learned, clock);
  }
}
