package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.NeuronValues;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.module.RateModule;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.TapeLimit;

/** A model of every kind of part in any order, an episode for it and the adjoints of a loss. */
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
    GraphParts parts = new GraphParts(random);
    throughReset = random.nextBoolean();
    List<Population> populations = new ArrayList<>();
    int count = 3 + random.nextInt(4);
    for (int p = 0; p < count; p++) {
      // Now and then wide enough for rows by post neuron and for the machine's vectors.
      int size = random.nextInt(8) == 0 ? 17 + random.nextInt(20) : 1 + random.nextInt(6);
      boolean source = p == 0 || (p < count - 1 && random.nextInt(5) == 0);
      populations.add(
          new Population("p" + p, size, source ? new Neuron.SpikeSource() : parts.neuron(size)));
    }
    List<PlasticProjection> projections = new ArrayList<>();
    for (int q = 0; q < 2 * count; q++) {
      Population from = populations.get(random.nextInt(count));
      Population to = populations.get(random.nextInt(count));
      if (GraphParts.fires(from) && GraphParts.receives(to)) {
        projections.add(parts.projection("q" + q, from, to, populations));
      }
    }
    List<Drive> drives = new ArrayList<>();
    List<Learned> learned = new ArrayList<>();
    for (Population to : populations) {
      Population from = populations.get(random.nextInt(count));
      if (GraphParts.fires(from) && GraphParts.receives(to) && random.nextInt(3) == 0) {
        drives.add(parts.drive(from, to));
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
      if (GraphParts.receives(p)) {
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
