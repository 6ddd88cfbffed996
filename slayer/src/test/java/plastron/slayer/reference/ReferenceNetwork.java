package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.slayer.sweep.OutputAdjoint;
import plastron.slayer.sweep.SweepOptions;

/**
 * One episode of a plastic network in dense scalar form with automatic differentiation: what any
 * {@link plastron.slayer.sweep.Sweep} must compute.
 */
public final class ReferenceNetwork {

  private final ReferenceTape tape = new ReferenceTape();
  private final LayeredModel model;
  private final SweepOptions options;
  private final List<ReferenceLayer> layers = new ArrayList<>();
  private final List<ReferenceRates> meters = new ArrayList<>();

  /** Spikes by population and step. */
  private final List<List<Var[]>> spikes = new ArrayList<>();

  /** Runs an episode; a window without an external modulator has 0. */
  public ReferenceNetwork(
      LayeredModel model, SweepOptions options, SpikeRaster input, double[] external) {
    this.model = model;
    this.options = options;
    int[] sizes = model.sizes();
    for (int p = 0; p < sizes.length; p++) {
      spikes.add(new ArrayList<>());
      meters.add(new ReferenceRates(tape, model, sizes[p]));
      if (p > 0) {
        layers.add(new ReferenceLayer(tape, model.layers().get(p - 1), sizes[p - 1], options));
      }
    }
    run(input, external);
  }

  private void run(SpikeRaster input, double[] external) {
    int window = model.updateInterval();
    List<List<Var[][]>> weights = weights();
    for (int t = 0; t < input.steps(); t++) {
      step(input, t, weights);
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
    for (int l = 0; l < layers.size(); l++) {
      for (int p = 0; p < layers.get(l).projections.size(); p++) {
        Var[] x = rates.get(PlasticLayer.sender(l, p));
        ReferenceProjection projection = layers.get(l).projections.get(p);
        Var[] y = rates.get(l + 1);
        projection.rule.update(
            x,
            y,
            modulator(projection, "W_m", y, rates, external),
            modulator(projection, "W_n", y, rates, external));
      }
    }
  }

  private Var[] modulator(
      ReferenceProjection into, String matrix, Var[] own, List<Var[]> rates, Var external) {
    RuleFamily family = into.projection.family();
    RuleOptions options = into.projection.options();
    boolean decay = matrix.equals("W_n");
    Var[] modulator = new Var[own.length];
    if (!(decay ? family.isDecayModulated() : family.isModulated())) {
      Arrays.fill(modulator, tape.constant(Double.NaN));
      return modulator;
    }
    switch (decay ? options.decayModulator() : options.modulator()) {
      case ModulatorSource.OwnLayer same ->
          Arrays.setAll(modulator, i -> weigh(into, matrix, own, i));
      case ModulatorSource.Layer(int population) ->
          Arrays.setAll(modulator, i -> weigh(into, matrix, rates.get(population), i));
      case ModulatorSource.ExternalScalar scalar -> Arrays.fill(modulator, external);
      case ModulatorSource.ExternalVector vector -> Arrays.fill(modulator, external);
      case ModulatorSource.ConstantOne one -> Arrays.fill(modulator, tape.constant(1));
      case ModulatorSource.Tanh tanh ->
          throw new IllegalArgumentException("No case has a modulator (%s).".formatted(tanh));
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
    SpikeRaster raster = new SpikeRaster(all.size(), model.layers().get(layer).size());
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
  public double trace(int layer, int projection, int from, int to) {
    return layers.get(layer).projections.get(projection).rule.trace[from][to].value;
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
  public double[][] gradient(int layer, int projection, String name) {
    return Arrays.stream(parameter(layers.get(layer).projections.get(projection), name))
        .map(row -> Arrays.stream(row).mapToDouble(v -> v.adjoint).toArray())
        .toArray(double[][]::new);
  }
}
