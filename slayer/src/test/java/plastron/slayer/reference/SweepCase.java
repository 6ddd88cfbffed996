package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.surrogate.Surrogate;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.OutputAdjoint;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.TapeLimit;

/**
 * A small network with random numbers in every form there is, and an episode for it. Long, because
 * every form that a layer can have is drawn here.
 *
 * @param adjoint of the output's spikes
 */
public record SweepCase(
    PlasticModel model,
    SweepOptions options,
    SpikeRaster input,
    FlatVector external,
    OutputAdjoint adjoint) {

  /**
   * A case in which every layer has the given rule and way of delivery; all else is random, and so
   * are the recurrent synapses that some layers have.
   */
  public static SweepCase of(RuleFamily family, Delivery delivery, boolean lif, Random random) {
    return of(family, Catalogue.families(), delivery, lif, 4 + random.nextInt(32), random);
  }

  /** A case without any rule, and so long that it is not swept over at once. */
  public static SweepCase longAndStatic(Delivery delivery, boolean lif, Random random) {
    RuleFamily family = Catalogue.find("static").orElseThrow();
    return of(family, List.of(family), delivery, lif, 260 + random.nextInt(80), random);
  }

  private static SweepCase of(
      RuleFamily family,
      List<RuleFamily> recurrent,
      Delivery delivery,
      boolean lif,
      int steps,
      Random random) {
    int[] sizes = new int[2 + random.nextInt(3)];
    // Now and then a population is wider than a vector of the machine.
    Arrays.setAll(
        sizes, p -> random.nextInt(10) == 0 ? 17 + random.nextInt(24) : 1 + random.nextInt(5));
    List<Population> populations = new ArrayList<>();
    List<PlasticProjection> projections = new ArrayList<>();
    populations.add(new Population(name(0), sizes[0], new Neuron.SpikeSource()));
    for (int p = 1; p < sizes.length; p++) {
      projections.add(projection(family, delivery, sizes, p - 1, p, random));
      populations.add(new Population(name(p), sizes[p], lif ? lif(random) : srm(random)));
      if (random.nextInt(5) >= 3) {
        RuleFamily own = recurrent.get(random.nextInt(recurrent.size()));
        Delivery ownDelivery = random.nextBoolean() ? Delivery.TRACE : Delivery.ARRIVAL;
        projections.add(projection(own, ownDelivery, sizes, p, p, random));
      }
    }
    int window = 1 + random.nextInt(8);
    RateEstimator rates =
        random.nextBoolean()
            ? new RateEstimator.Boxcar()
            : new RateEstimator.ExponentialTrace(0.95 * random.nextDouble());
    Clock clock = new Clock(window, rates, 0.7 + random.nextDouble());
    PlasticModel model =
        new PlasticModel(
            "random",
            new PlasticGraph(populations, projections, List.of(), List.of(), clock),
            Map.of());
    SweepCase empty =
        new SweepCase(
            model,
            options(random),
            new SpikeRaster(0, sizes[0]),
            new FlatVector(0),
            new OutputAdjoint(sizes[sizes.length - 1]));
    return empty.withEpisode(steps, random);
  }

  /**
   * Whether an observer is shown the last states of a rule: those that single spikes change after
   * the last full window are not.
   */
  public boolean showsLast(PlasticProjection projection) {
    return !projection.rule().isTimed() || input.steps() % graph().clock().updateInterval() == 0;
  }

  /** The same network with another episode. */
  public SweepCase withEpisode(int steps, Random random) {
    SpikeRaster input = new SpikeRaster(steps, inputs());
    OutputAdjoint adjoint = new OutputAdjoint(graph().populations().getLast().size());
    adjoint.clear();
    for (int t = 0; t < steps; t++) {
      for (int j = 0; j < inputs(); j++) {
        if (random.nextDouble() < 0.4) {
          input.set(t, j);
        }
      }
      for (int i = 0; i < adjoint.neurons(); i++) {
        adjoint.add(t, i, random.nextGaussian());
      }
    }
    FlatVector external =
        new FlatVector(
            random
                .doubles(random.nextInt(2 + steps / graph().clock().updateInterval()), -1, 2)
                .toArray());
    return new SweepCase(model, options, input, external, adjoint);
  }

  private static SweepOptions options(Random random) {
    String name = Surrogate.names().get(random.nextInt(Surrogate.names().size()));
    Surrogate surrogate =
        Surrogate.named(name, 0.2 + 0.5 * random.nextDouble(), 0.3 + random.nextDouble())
            .orElseThrow();
    return new SweepOptions(surrogate, random.nextBoolean(), TapeLimit.NONE, Integer.MAX_VALUE);
  }

  private static String name(int population) {
    return population == 0 ? "input" : "layer" + (population - 1);
  }

  private static PlasticProjection projection(
      RuleFamily family, Delivery delivery, int[] sizes, int from, int to, Random random) {
    double clip = List.of(0.05, 0.3, 2.0, Double.POSITIVE_INFINITY).get(random.nextInt(4));
    Axis alphaAxis = List.of(Axis.SYNAPSE, Axis.POST, Axis.GLOBAL).get(random.nextInt(3));
    RuleOptions options = new RuleOptions(clip, alphaAxis, modulator(sizes.length, random));
    PlasticityRule rule = family.build(options);
    Map<String, double[][]> parameters =
        SmallModels.parameters(
            rule,
            side -> count(side, sizes, from, to, options),
            symbol -> value(symbol.name(), sizes[from], random));
    Map<String, String> sources = new HashMap<>();
    rule.symbols(Role.EXTERNAL).forEach(s -> sources.put(s.name(), s.name()));
    if (rule.symbol("m").isPresent()) {
      sources.put("m", name(options.modulator().fromPopulation().orElseThrow()));
    }
    return new PlasticProjection(
        (from == to ? "within " : "into ") + name(to),
        name(from),
        name(to),
        kernel(random),
        rule.delivery(delivery),
        DelayPlace.DENDRITE,
        random.nextInt(4),
        rule,
        sources,
        parameters);
  }

  private static ModulatorSource modulator(int populations, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new ModulatorSource.OwnLayer();
      case 1 -> new ModulatorSource.ExternalScalar();
      case 2 -> new ModulatorSource.ConstantOne();
      default -> new ModulatorSource.Layer(random.nextInt(populations));
    };
  }

  private static double value(String symbol, int pre, Random random) {
    return switch (symbol) {
      case "W" -> (random.nextDouble() - 0.15) * 3 / Math.sqrt(pre);
      case "eta", "eta_phi", "eta_e" -> 0.05 + 0.3 * random.nextDouble();
      default -> 1.5 * (random.nextDouble() - 0.4);
    };
  }

  private static int count(
      Dimension dimension, int[] sizes, int from, int to, RuleOptions options) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> sizes[from];
      case POST -> sizes[to];
      case MODULATOR ->
          options.modulator() instanceof ModulatorSource.Layer(int population)
              ? sizes[population]
              : 0;
    };
  }

  private static Kernel kernel(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Kernel.Delta();
      case 1 -> new Kernel.Exponential(1 + 5 * random.nextDouble());
      case 2 -> new Kernel.Alpha(1 + 4 * random.nextDouble());
      default -> new Kernel.Finite(random.doubles(1 + random.nextInt(6), -0.2, 1).toArray());
    };
  }

  private static Neuron srm(Random random) {
    return new Neuron.Srm(0.5 + random.nextDouble(), kernel(random), 2 * random.nextDouble());
  }

  private static Neuron lif(Random random) {
    Neuron.Reset reset = random.nextBoolean() ? Neuron.Reset.HARD : Neuron.Reset.SUBTRACT_THRESHOLD;
    double decay =
        List.of(0.0, 1.0, random.nextDouble(), random.nextDouble()).get(random.nextInt(4));
    Neuron.Lif lif =
        new Neuron.Lif(
            0.5 + random.nextDouble(),
            decay,
            0.2 * random.nextDouble() - 0.05,
            reset,
            random.nextInt(4));
    return random.nextInt(3) == 0
        ? new Neuron.AdaptiveLif(lif, random.nextDouble(), random.nextDouble())
        : lif;
  }

  /** The network. */
  public PlasticGraph graph() {
    return model.graph();
  }

  /** Number of neurons of the input. */
  public int inputs() {
    return graph().sizes()[0];
  }

  /** What the network is given. */
  public Input episode() {
    return episode(input, external.toArray());
  }

  /** Another episode for it; the modulator is told to nobody if no rule reads it. */
  public Input episode(SpikeRaster spikes, double... modulator) {
    boolean read = graph().signals().containsKey("M");
    return new Input(List.of(spikes), read ? Map.of("M", Signal.of(modulator)) : Map.of());
  }

  /** The adjoints of all populations. */
  public Adjoints adjoints() {
    Adjoints adjoints = new Adjoints(graph().sizes());
    double[] row = new double[adjoint.neurons()];
    for (int t = 0; t < input.steps(); t++) {
      adjoint.copy(t, row);
      adjoints.of(graph().computing().length).add(t, t + 1, row);
    }
    return adjoints;
  }

  /** The same case with every projection changed. */
  public SweepCase withProjections(UnaryOperator<PlasticProjection> change) {
    PlasticModel changed =
        model.withProjections(graph().projections().stream().map(change).toList());
    return new SweepCase(changed, options, input, external, adjoint);
  }

  /** The same case with another tape and reach of gradients. */
  public SweepCase keeping(int checkpointWindows, int truncateWindows) {
    return keeping(new TapeLimit(checkpointWindows, Long.MAX_VALUE), truncateWindows);
  }

  /** The same case with another tape and reach of gradients. */
  public SweepCase keeping(TapeLimit tape, int truncateWindows) {
    SweepOptions changed =
        new SweepOptions(options.surrogate(), options.throughReset(), tape, truncateWindows);
    return new SweepCase(model, changed, input, external, adjoint);
  }

  /** Whether any layer has recurrent synapses. */
  public boolean isRecurrent() {
    return graph().projections().stream().anyMatch(p -> p.from().equals(p.to()));
  }

  /** How many windows the episode has, the last of which may be cut short. */
  public int windows() {
    return (input.steps() + graph().clock().updateInterval() - 1)
        / graph().clock().updateInterval();
  }

  /** The case's reference. */
  public ReferenceNetwork reference() {
    return new ReferenceNetwork(model, options, input, external.toArray());
  }
}
