package plastron.plasticity.circuit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafDelta;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.source.SpikeGenerator;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/**
 * The same network as a circuit and as a model: neurons of a population spike when a teacher says
 * so, synapses from another one learn by a rule that is drawn.
 */
final class RandomLearning {

  static final int STEPS = 83;
  private static final double THRESHOLD = 1e6;
  private static final List<String> NAMES = List.of("pre", "teacher", "post");

  private final SplittableRandom random;
  private final int pre;
  private final int post;
  private final int delay;
  private final int window;
  private final OptionalDouble tau;
  private final PlasticityRule rule;
  private final Map<String, Distribution> numbers = new LinkedHashMap<>();
  private final Map<String, String> populations = new LinkedHashMap<>();
  private final SynapseRows rows;
  private final double[] weights;
  private final SpikeRaster sent;
  private final SpikeRaster taught;

  RandomLearning(long seed) {
    random = new SplittableRandom(seed);
    pre = 1 + random.nextInt(6);
    post = 1 + random.nextInt(6);
    delay = 1 + random.nextInt(4);
    window = 1 + random.nextInt(12);
    tau =
        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble(1, 20));
    rule = rule();
    for (Symbol symbol : LearningByRule.drawn(rule).toList()) {
      numbers.put(symbol.name(), Distribution.of(random.nextDouble(0.05, 0.6)));
    }
    rows = drawnRows();
    weights = random.doubles(rows.size(), -1, 1).map(w -> (float) w).toArray();
    sent = spikes(pre);
    taught = spikes(post);
  }

  private PlasticityRule rule() {
    List<RuleFamily> plastic = Catalogue.plastic();
    RuleFamily family = plastic.get(random.nextInt(plastic.size()));
    Axis alpha = List.of(Axis.GLOBAL, Axis.POST, Axis.SYNAPSE).get(random.nextInt(3));
    ModulatorSource m = modulator();
    ModulatorSource n = modulator();
    PlasticityRule built = family.build(new RuleOptions(1.5, alpha, m, n));
    Map.of("m", m, "n", n)
        .forEach(
            (name, source) -> {
              if (built.symbol(name).isPresent()) {
                populations.put(name, NAMES.get(source.fromPopulation().orElseThrow()));
              }
            });
    return built;
  }

  private ModulatorSource modulator() {
    return random.nextInt(4) == 0
        ? new ModulatorSource.ExternalScalar()
        : new ModulatorSource.Layer(random.nextInt(3));
  }

  private SynapseRows drawnRows() {
    boolean dense = random.nextInt(3) == 0;
    int[][] lists = new int[pre][];
    for (int j = 0; j < pre; j++) {
      lists[j] =
          IntStream.range(0, post).filter(i -> dense || i == 0 || random.nextBoolean()).toArray();
    }
    return SynapseRows.of(lists, post);
  }

  private SpikeRaster spikes(int neurons) {
    SpikeRaster spikes = new SpikeRaster(STEPS, neurons);
    for (int k = 0; k < STEPS * neurons; k++) {
      if (random.nextInt(4) == 0) {
        spikes.set(k / neurons, k % neurons);
      }
    }
    return spikes;
  }

  Circuit circuit() {
    int[] from = new int[rows.size()];
    for (int j = 0; j < pre; j++) {
      Arrays.fill(from, rows.begin(j), rows.begin(j + 1), j);
    }
    RuleWindow rates = new RuleWindow(window, 1000, tau);
    LearningByRule learning =
        new LearningByRule(
            rule,
            rule.updates().isEmpty() ? Optional.empty() : Optional.of(rates),
            numbers,
            populations);
    Values zero = Values.of(0);
    IafDelta relay =
        new IafDelta(
            new CellMembrane(
                Values.of(1), Values.of(10), zero, zero, zero, Values.of(THRESHOLD), zero, zero));
    return new Circuit(
        List.of(
            new CircuitPopulation("pre", pre, generator(sent)),
            new CircuitPopulation("teacher", post, generator(taught)),
            new CircuitPopulation("post", post, relay)),
        List.of(
            new Connections(
                "teaching",
                "teacher",
                "post",
                new Pattern.OneToOne(),
                Distribution.of(10 * THRESHOLD),
                Distribution.of(1)),
            new Connections(
                "learning",
                "pre",
                "post",
                new Pattern.Listed(from, rows.targets()),
                new Distribution.Each(weights),
                Distribution.of(delay),
                Optional.of(learning))),
        List.of());
  }

  private static SpikeGenerator generator(SpikeRaster spikes) {
    double[][] times = new double[spikes.neurons()][];
    for (int i = 0; i < times.length; i++) {
      int neuron = i;
      times[i] =
          IntStream.range(0, STEPS)
              .filter(t -> spikes.get(t, neuron))
              .mapToDouble(t -> t + 1)
              .toArray();
    }
    return new SpikeGenerator(times);
  }

  PlasticModel model() {
    RateEstimator rates = new RateEstimator.Boxcar();
    if (tau.isPresent()) {
      rates = new RateEstimator.ExponentialTrace(Math.exp(-1 / tau.getAsDouble()));
    }
    double[][] teaching = new double[post][post];
    for (int i = 0; i < post; i++) {
      teaching[i][i] = 10 * THRESHOLD;
    }
    double[][] byRow = new double[pre][];
    Arrays.setAll(byRow, j -> Arrays.copyOfRange(weights, rows.begin(j), rows.begin(j + 1)));
    return PlasticModel.named("same")
        .source("pre", pre)
        .source("teacher", post)
        .population("post", post, new Neuron.Lif(THRESHOLD, 0.9, 0, Neuron.Reset.HARD, 0))
        .projection("teacher", "post", p -> direct(p, 1).set("W", teaching))
        .projection(
            "pre",
            "post",
            p -> {
              direct(p.rule(rule), delay).connectivity(new Connectivity.Rows(rows)).set("W", byRow);
              rule.symbols(Role.PARAMETER).stream()
                  .filter(s -> !s.name().equals("W"))
                  .forEach(s -> p.set(s.name(), number(s.name())));
              rule.symbols(Role.EXTERNAL).forEach(s -> p.source(s.name(), s.name()));
              populations.forEach(p::source);
            })
        .clock(new Clock(window, rates, 1))
        .build();
  }

  private static ProjectionBuilder direct(ProjectionBuilder p, int latency) {
    return p.kernel(new Kernel.Delta())
        .delivery(Delivery.ARRIVAL)
        .latency(latency, DelayPlace.AXON);
  }

  Input input() {
    Map<String, Signal> signals = new LinkedHashMap<>();
    for (Symbol external : rule.symbols(Role.EXTERNAL)) {
      double[] constant = new double[STEPS / window];
      Arrays.fill(constant, number(external.name()));
      signals.put(external.name(), Signal.of(constant));
    }
    return new Input(List.of(sent, taught), signals);
  }

  private double number(String name) {
    return Objects.requireNonNull(numbers.get(name)).least();
  }

  /** The weight of a synapse with this trace. */
  float weight(int synapse, float trace) {
    float alpha = (float) number("alpha");
    return (float) weights[synapse] + alpha * trace;
  }

  SynapseRows rows() {
    return rows;
  }

  @Override
  public String toString() {
    return "%s, %s, window %d, delay %d, %s".formatted(rule.name(), rows, window, delay, tau);
  }
}
