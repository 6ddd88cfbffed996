package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plastron.core.memory.ArrayBytes;
import plastron.core.network.Network;
import plastron.core.run.EventDrivenRunner;
import plastron.core.run.Input;
import plastron.core.run.PopulationListener;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.run.SynapseDynamics;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.LayeredOutline;
import plastron.plasticity.layered.PlasticLayer;

/**
 * Runs a plastic model in float. At the end of every full window all layers update their traces
 * from the same rates and the old states; the new effective weights act from the next step on. A
 * last partial window makes no update. Owned by one thread.
 */
public final class PlasticRunner implements Runner {

  private final LayeredModel model;
  private final boolean learning;
  private final boolean recordsTraces;
  private final EventDrivenRunner simulator;
  private final List<String> populationNames;
  private final List<Place> places;
  private final Map<Place, ProjectionFrame> frames = new HashMap<>();
  private final Map<Place, ProjectionPlasticity> plastic = new HashMap<>();
  private final ModulatorSignal modulator = new ModulatorSignal();
  private int stepOfWindow;
  private int windows;

  /** Where a projection stands in the model: its layer, and its index among the layer's. */
  private record Place(int layer, int projection) {}

  private PlasticRunner(LayeredModel model, boolean learning, boolean recordsTraces) {
    this.model = model;
    this.learning = learning;
    this.recordsTraces = recordsTraces;
    Network network = PlasticNetwork.of(model);
    populationNames = network.populations().stream().map(p -> p.name()).toList();
    places = places(model.layers());
    for (Place place : places) {
      frames.put(place, new ProjectionFrame(model, place.layer(), place.projection()));
    }
    simulator = new EventDrivenRunner(network, dynamics());
    if (!plastic.isEmpty()) {
      listenToRates();
    }
  }

  /** All projections in the order of {@link #withTraces}. */
  private static List<Place> places(List<PlasticLayer> layers) {
    List<Place> places = new ArrayList<>();
    for (int p : new int[] {PlasticLayer.FEEDFORWARD, PlasticLayer.RECURRENT}) {
      for (int l = 0; l < layers.size(); l++) {
        if (p < layers.get(l).projections().size()) {
          places.add(new Place(l, p));
        }
      }
    }
    return places;
  }

  /** About how many bytes a runner takes that records no traces. */
  public static long bytes(LayeredOutline model) {
    return places(model.layers()).stream()
        .mapToLong(place -> ProjectionFrame.bytes(model, place.layer(), place.projection()))
        .sum();
  }

  /** Bytes of the traces in a recording of so many windows. */
  public static double traceBytes(LayeredOutline model, int windows) {
    int[] sizes = model.sizes();
    double bytes = 0;
    for (Place place : places(model.layers())) {
      int pre = sizes[PlasticLayer.sender(place.layer(), place.projection())];
      bytes += ArrayBytes.rows(pre, sizes[place.layer() + 1], Float.BYTES);
    }
    return windows * bytes;
  }

  /** A runner at rest that learns and records no traces. */
  public static PlasticRunner of(LayeredModel model) {
    return new PlasticRunner(model, true, false);
  }

  /**
   * A runner at rest for the same model; without learning, traces stay at zero: the control of
   * every experiment.
   */
  public PlasticRunner withLearning(boolean on) {
    return new PlasticRunner(model, on, recordsTraces);
  }

  /**
   * A runner at rest for the same model, whose recordings hold {@code alpha.E} after every window
   * if {@code on}: of the synapses into every layer from the one before, and behind the last layer
   * those of all recurrent synapses in the order of their layers.
   */
  public PlasticRunner withTraces(boolean on) {
    return new PlasticRunner(model, learning, on);
  }

  /** Names of all projections, in the order of {@link #withTraces}. */
  public List<String> projections() {
    return places.stream().map(this::name).toList();
  }

  private String name(Place place) {
    return PlasticNetwork.projectionName(model.layers().get(place.layer()), place.projection());
  }

  private Map<String, SynapseDynamics> dynamics() {
    Map<String, SynapseDynamics> dynamics = new HashMap<>();
    for (Place place : places) {
      PlasticLayer layer = model.layers().get(place.layer());
      if (learning && layer.projections().get(place.projection()).rule().isPlastic()) {
        ProjectionPlasticity changes =
            new ProjectionPlasticity(
                frame(place), model.updateInterval(), modulator, recordsTraces);
        plastic.put(place, changes);
        dynamics.put(name(place), changes);
      }
    }
    return dynamics;
  }

  private void listenToRates() {
    int[] sizes = model.sizes();
    float[][] rates = new float[sizes.length][];
    for (int p = 0; p < sizes.length; p++) {
      WindowRates population = new WindowRates(model, sizes[p]);
      rates[p] = population.rates();
      listen(p, population);
    }
    frames.values().forEach(frame -> frame.readRates(rates));
  }

  /**
   * Tells {@code listener} from now on what a population does: 0 is the input, l + 1 is layer l.
   */
  public void listen(int population, PopulationListener listener) {
    simulator.listen(populationNames.get(population), listener);
  }

  /**
   * Gives the modulator from outside, such as a reward, for the updates to come.
   *
   * @param values the value in the update that ends the present window, in the next, and so on; 0
   *     in later ones, as in training
   * @throws IllegalArgumentException if there is no value or no layer reads one
   */
  public void modulate(double... values) {
    if (values.length == 0
        || frames.values().stream().noneMatch(ProjectionFrame::isModulatedFromOutside)) {
      throw new IllegalArgumentException(
          "Modulator (%d values) needs at least one value and a layer of model %s that reads it. Maybe the rule's modulator is not the external scalar?"
              .formatted(values.length, model.name()));
    }
    modulator.set(windows, values);
  }

  /**
   * A copy of the present value of a rule's symbol, {@code [from][to]} as in {@link
   * plastron.plasticity.expr.Axis}: a state such as {@code E} after the last update, a signal such
   * as {@code M} as used in it.
   */
  public float[][] value(int layer, String symbol) {
    return frame(new Place(layer, PlasticLayer.FEEDFORWARD)).value(symbol);
  }

  /** The same for the rule of a layer's recurrent synapses. */
  public float[][] recurrentValue(int layer, String symbol) {
    return frame(new Place(layer, PlasticLayer.RECURRENT)).value(symbol);
  }

  private ProjectionFrame frame(Place place) {
    ProjectionFrame frame = frames.get(place);
    if (frame == null) {
      throw new IllegalArgumentException(
          "Synapses (%s, layer %d) of model %s must be one of %s."
              .formatted(
                  place.projection() == PlasticLayer.RECURRENT ? "recurrent" : "feedforward",
                  place.layer(),
                  model.name(),
                  projections()));
    }
    return frame;
  }

  @Override
  public void reset() {
    simulator.reset();
    modulator.set(0, 0);
    stepOfWindow = 0;
    windows = 0;
  }

  @Override
  public Recording run(Input input) {
    List<SpikeRaster> spikes = simulator.run(input).spikes();
    int windowsBefore = windows;
    int steps = stepOfWindow + input.steps();
    windows += steps / model.updateInterval();
    stepOfWindow = steps % model.updateInterval();
    return new Recording(
        spikes, recordsTraces ? takeTraces(windows - windowsBefore) : List.of(), Map.of());
  }

  private List<List<float[][]>> takeTraces(int count) {
    int[] sizes = model.sizes();
    List<List<float[][]>> byPlace = new ArrayList<>();
    for (Place place : places) {
      ProjectionPlasticity changes = plastic.get(place);
      int pre = sizes[PlasticLayer.sender(place.layer(), place.projection())];
      int post = sizes[place.layer() + 1];
      byPlace.add(changes == null ? Traces.zeros(count, pre, post) : changes.takeTraces());
    }
    List<List<float[][]>> byWindow = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      int window = w;
      byWindow.add(byPlace.stream().map(traces -> traces.get(window)).toList());
    }
    return byWindow;
  }
}
