package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import plastron.core.network.Population;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Role;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.sweep.OutputAdjoint;
import plastron.slayer.sweep.SweepOptions;

/**
 * One episode of a plastic network in dense scalar form with automatic differentiation: what any
 * {@link plastron.slayer.sweep.Sweep} must compute.
 */
public final class ReferenceNetwork {

  private final ReferenceTape tape = new ReferenceTape();
  private final PlasticGraph graph;
  private final SweepOptions options;
  private final List<ReferenceLayer> layers = new ArrayList<>();
  private final List<ReferenceRates> meters = new ArrayList<>();

  /** Spikes by population and step. */
  private final List<List<Var[]>> spikes = new ArrayList<>();

  /**
   * Runs an episode; a window without an external modulator has 0.
   *
   * @param model whose populations are a chain behind the input, each of which may receive from
   *     itself as well
   */
  public ReferenceNetwork(
      PlasticModel model, SweepOptions options, SpikeRaster input, double[] external) {
    graph = model.graph();
    this.options = options;
    for (Population population : graph.populations()) {
      spikes.add(new ArrayList<>());
      meters.add(new ReferenceRates(tape, graph.clock(), population.size()));
      if (spikes.size() > 1) {
        layers.add(new ReferenceLayer(tape, graph, population, options));
      }
    }
    run(input, external);
  }

  private void run(SpikeRaster input, double[] external) {
    int window = graph.clock().updateInterval();
    List<List<Var[][]>> weights = weights();
    for (int t = 0; t < input.steps(); t++) {
      step(input, t, weights);
      if (projections().stream().anyMatch(p -> p.rule.isTimed())) {
        weights = weightsAfterSpikes();
      }
      if ((t + 1) % window == 0) {
        int w = t / window;
        update(window, tape.constant(w < external.length ? external[w] : 0));
        if ((w + 1) % options.truncateWindows() == 0) {
          layers.forEach(ReferenceLayer::detach);
          meters.forEach(ReferenceRates::detach);
        }
        weights = weights();
      }
    }
  }

  /** By layer, then by projection. */
  private List<List<Var[][]>> weights() {
    return layers.stream()
        .map(layer -> layer.projections.stream().map(p -> p.rule.weight()).toList())
        .toList();
  }

  private List<List<Var[][]>> weightsAfterSpikes() {
    for (ReferenceProjection into : projections()) {
      if (into.rule.isTimed()) {
        into.rule.spikes(
            spikes.get(graph.index(into.projection.from())).getLast(),
            spikes.get(graph.index(into.projection.to())).getLast());
      }
    }
    return weights();
  }

  private void step(SpikeRaster input, int t, List<List<Var[][]>> weights) {
    Var[] sent = new Var[input.neurons()];
    Arrays.setAll(sent, j -> tape.constant(input.get(t, j) ? 1 : 0));
    spikes.getFirst().add(sent);
    for (int l = 0; l < layers.size(); l++) {
      sent = layers.get(l).step(sent, weights.get(l));
      spikes.get(l + 1).add(sent);
    }
  }

  private void update(int window, Var external) {
    List<Var[]> rates = new ArrayList<>();
    for (int p = 0; p < meters.size(); p++) {
      List<Var[]> all = spikes.get(p);
      rates.add(meters.get(p).rates(all.subList(all.size() - window, all.size())));
    }
    for (ReferenceProjection into : projections()) {
      Var[] x = rates.get(graph.index(into.projection.from()));
      Var[] y = rates.get(graph.index(into.projection.to()));
      into.rule.update(
          x,
          y,
          modulator(into, "M", into.rule.isModulated(), y, rates, external),
          modulator(into, "N", into.rule.isDecayModulated(), y, rates, external));
    }
  }

  /** In the order of the graph. */
  private List<ReferenceProjection> projections() {
    return layers.stream().flatMap(layer -> layer.projections.stream()).toList();
  }

  /**
   * What modulates a rule: a population's rates through a matrix, the external number, or one.
   *
   * @param name of the modulator; its matrix is {@code W_m} or {@code W_n}, the rates from
   *     elsewhere are {@code m} or {@code n}
   */
  private Var[] modulator(
      ReferenceProjection into,
      String name,
      boolean isModulated,
      Var[] own,
      List<Var[]> rates,
      Var external) {
    PlasticityRule rule = into.projection.rule();
    String activity = name.toLowerCase(Locale.ROOT);
    Var[] modulator = new Var[own.length];
    if (!isModulated) {
      Arrays.fill(modulator, tape.constant(Double.NaN));
    } else if (rule.symbol("W_" + activity).isPresent()) {
      String from = into.projection.sources().get(activity);
      Var[] of = from == null ? own : rates.get(graph.index(from));
      Arrays.setAll(modulator, i -> weigh(into, "W_" + activity, of, i));
    } else {
      boolean given = rule.symbol(name).filter(m -> m.role() == Role.EXTERNAL).isPresent();
      Arrays.fill(modulator, given ? external : tape.constant(1));
    }
    return modulator;
  }

  private Var weigh(ReferenceProjection into, String name, Var[] rates, int i) {
    Var[][] matrix = parameter(into, name);
    List<Var> parts = new ArrayList<>();
    for (int k = 0; k < rates.length; k++) {
      parts.add(tape.times(matrix[k][i], rates[k]));
    }
    return tape.sum(parts);
  }

  private static Var[][] parameter(ReferenceProjection projection, String name) {
    Var[][] value = projection.parameter.get(name);
    if (value == null) {
      throw new AssertionError("no parameter " + name);
    }
    return value;
  }

  /** Distance from the nearest event that a rounding error could flip: a spike or a clip. */
  public double margin() {
    return layers.stream()
        .flatMapToDouble(
            layer ->
                DoubleStream.concat(
                    DoubleStream.of(layer.margin),
                    layer.projections.stream().mapToDouble(p -> p.rule.margin)))
        .min()
        .orElseThrow();
  }

  /** The potential before any reset; negative infinity while a neuron is held. */
  public double potential(int layer, int step, int neuron) {
    return layers.get(layer).potential.get(step)[neuron];
  }

  /** A layer's spikes. */
  public SpikeRaster spikes(int layer) {
    List<Var[]> all = spikes.get(layer + 1);
    SpikeRaster raster = new SpikeRaster(all.size(), graph.sizes()[layer + 1]);
    for (int t = 0; t < all.size(); t++) {
      for (int i = 0; i < raster.neurons(); i++) {
        if (all.get(t)[i].value == 1) {
          raster.set(t, i);
        }
      }
    }
    return raster;
  }

  /** The trace {@code E} from one neuron to another after the whole episode. */
  public double trace(int projection, int from, int to) {
    return projections().get(projection).rule.trace[from][to].value;
  }

  /** Back-propagates; to be called once. */
  public void backward(OutputAdjoint output) {
    List<Var[]> last = spikes.getLast();
    for (int t = 0; t < last.size(); t++) {
      for (int i = 0; i < output.neurons(); i++) {
        last.get(t)[i].adjoint += output.get(t, i);
      }
    }
    tape.backward();
  }

  /** The gradient of a parameter, {@code [from][to]}. */
  public double[][] gradient(int projection, String name) {
    return Arrays.stream(parameter(projections().get(projection), name))
        .map(row -> Arrays.stream(row).mapToDouble(v -> v.adjoint).toArray())
        .toArray(double[][]::new);
  }
}
