package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plastron.core.check.Require;
import plastron.core.memory.ArrayBytes;
import plastron.core.network.DelayPlace;
import plastron.core.network.Population;
import plastron.core.run.EventDrivenRunner;
import plastron.core.run.Input;
import plastron.core.run.PopulationListener;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.run.SynapseDynamics;
import plastron.plasticity.f32.rate.BlockInterpreter32;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RuleSite;

/**
 * Runs a plastic model in float. Rules that single spikes drive act at the end of the step in which
 * a spike takes effect. At the end of every full window all rules act on the same rates and the old
 * states, after all modules took a step; the new effective weights and drives act from the next
 * step on. A last partial window makes no update; the next run goes on with it. Signals that an
 * input does not give are 0. Owned by one thread.
 */
public final class PlasticRunner implements Runner {

  private final PlasticModel model;
  private final PlasticGraph graph;
  private final List<String> projections;
  private final boolean learning;
  private final boolean recordsTraces;
  private final EventDrivenRunner simulator;
  private final Map<String, SiteFrame> frames = new LinkedHashMap<>();
  private final Map<String, ProjectionPlasticity> plastic = new HashMap<>();
  private final GivenSignals signals = new GivenSignals();
  private final RunningModules modules;
  private int stepOfWindow;
  private int windows;

  private PlasticRunner(PlasticModel model, boolean learning, boolean recordsTraces) {
    this.model = model;
    this.learning = learning;
    this.recordsTraces = recordsTraces;
    graph = model.graph();
    modules = new RunningModules(graph, signals);
    projections = graph.projections().stream().map(PlasticProjection::name).toList();
    for (RuleSite site : graph.sites()) {
      frames.put(site.name(), new SiteFrame(graph, site));
    }
    for (PlasticProjection projection : graph.projections()) {
      if (acts(projection)) {
        plastic.put(projection.name(), plasticity(projection));
      }
    }
    Map<String, SynapseDynamics> dynamics = new HashMap<>(plastic);
    simulator = new EventDrivenRunner(PlasticNetwork.of(graph, p -> frame(p.name())), dynamics);
    drive();
    listenToRates();
  }

  /**
   * A runner at rest that learns and records no traces.
   *
   * @throws ArithmeticException if the weights at rest are no numbers of single precision
   */
  public static PlasticRunner of(PlasticModel model) {
    return new PlasticRunner(Require.given("Model to run", model), true, false);
  }

  /**
   * A runner at rest for the same model; without learning no rule acts, so that traces and drives
   * stay at zero: the control of every experiment.
   */
  public PlasticRunner withLearning(boolean on) {
    return new PlasticRunner(model, on, recordsTraces);
  }

  /**
   * A runner at rest for the same model, whose recordings hold {@code alpha.E} of all {@link
   * #projections()} after every window if {@code on}.
   */
  public PlasticRunner withTraces(boolean on) {
    return new PlasticRunner(model, learning, on);
  }

  /** Names of all projections in the order of the graph, in which traces are recorded. */
  public List<String> projections() {
    return projections;
  }

  /** About how many bytes a runner takes that records no traces. */
  public static long bytes(PlasticGraph graph) {
    return graph.sites().stream().mapToLong(site -> SiteFrame.bytes(graph, site)).sum()
        + graph.modules().stream()
            .mapToLong(module -> BlockInterpreter32.bytes(module.block().program()))
            .sum();
  }

  /** Bytes of the traces in a recording of so many windows. */
  public static double traceBytes(PlasticGraph graph, int windows) {
    double bytes = 0;
    for (PlasticProjection projection : graph.projections()) {
      int post = graph.population(projection.to()).size();
      bytes +=
          graph
              .sparse(projection)
              .map(synapses -> synapses.bytes(Float.BYTES))
              .orElseGet(() -> ArrayBytes.rows(graph.pre(projection), post, Float.BYTES));
    }
    return windows * bytes;
  }

  private boolean acts(RuleSite site) {
    return learning && (site instanceof Drive || site.rule().isPlastic());
  }

  private ProjectionPlasticity plasticity(PlasticProjection projection) {
    boolean axon = projection.place() == DelayPlace.AXON;
    int delay = axon ? graph.delay(projection, graph.components()) : 0;
    return new ProjectionPlasticity(
        rule(projection), frame(projection.name()).spikes(delay), recordsTraces);
  }

  private WindowedRule rule(RuleSite site) {
    return new WindowedRule(frame(site.name()), graph.clock().updateInterval(), signals, modules);
  }

  private void drive() {
    for (Population population : graph.populations()) {
      List<PopulationDrives.Driven> drives =
          graph.drives().stream()
              .filter(d -> d.to().equals(population.name()) && acts(d))
              .map(d -> new PopulationDrives.Driven(d.target(), rule(d)))
              .toList();
      if (!drives.isEmpty()) {
        simulator.drive(population.name(), new PopulationDrives(drives, population.size()));
      }
    }
  }

  private void listenToRates() {
    List<SiteFrame> acting =
        graph.sites().stream().filter(this::acts).map(site -> frame(site.name())).toList();
    Set<Integer> read = modules.populations();
    acting.forEach(frame -> read.addAll(frame.populations()));
    Map<Integer, float[]> rates = new HashMap<>();
    for (int p : read) {
      Population population = graph.populations().get(p);
      WindowRates meter = new WindowRates(graph.clock(), population.size());
      rates.put(p, meter.rates());
      listen(population.name(), meter);
    }
    acting.forEach(frame -> frame.readRates(rates));
    modules.readRates(rates);
    if (!graph.modules().isEmpty()) {
      listen(graph.populations().getLast().name(), modules);
    }
  }

  /** Tells {@code listener} from now on what the population of this name does. */
  public void listen(String population, PopulationListener listener) {
    simulator.listen(population, listener);
  }

  /**
   * A copy of the present value of a rule's symbol, {@code [from][to]} as in {@link
   * plastron.plasticity.expr.Axis}: a state such as {@code E} after the last update, a signal such
   * as {@code M} as used in it. Where synapses are sparse, those with a value for each have a row
   * for every PRE neuron with one number for each of its synapses.
   *
   * @param site name of a projection or drive
   */
  public float[][] value(String site, String symbol) {
    return frame(site).value(symbol);
  }

  /**
   * The effective weights of a projection after the last update, {@code [pre][post]}, of sparse
   * synapses a row for every pre neuron with one number for each.
   */
  public float[][] weights(String projection) {
    SiteFrame site = frame(projection);
    float[][] weights = site.zeros();
    site.weights(weights);
    return weights;
  }

  private SiteFrame frame(String site) {
    SiteFrame frame = frames.get(site);
    if (frame == null) {
      throw new IllegalArgumentException(
          "Projection or drive (%s) of model %s must be one of %s."
              .formatted(site, model.name(), frames.keySet()));
    }
    return frame;
  }

  @Override
  public void reset() {
    simulator.reset();
    signals.give(0, Map.of());
    stepOfWindow = 0;
    windows = 0;
  }

  @Override
  public Recording run(Input input) {
    Require.given("Input", input);
    model.graph().checkSignals(input.signals());
    signals.give(windows, input.signals());
    Recording recording = simulator.run(new Input(input.spikes(), Map.of()));
    int windowsBefore = windows;
    int steps = stepOfWindow + input.steps();
    int interval = graph.clock().updateInterval();
    windows += steps / interval;
    stepOfWindow = steps % interval;
    return new Recording(
        recording.spikes(),
        recording.potentials(),
        modules.takeOutputs(),
        recordsTraces ? takeTraces(windows - windowsBefore) : List.of(),
        Map.of());
  }

  private List<List<float[][]>> takeTraces(int count) {
    List<List<float[][]>> byProjection = new ArrayList<>();
    for (String name : projections) {
      ProjectionPlasticity changes = plastic.get(name);
      byProjection.add(changes == null ? frame(name).noTraces(count) : changes.takeTraces());
    }
    List<List<float[][]>> byWindow = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      int window = w;
      byWindow.add(byProjection.stream().map(traces -> traces.get(window)).toList());
    }
    return byWindow;
  }
}
