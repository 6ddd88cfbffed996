package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.reference.GraphCase;
import plastron.slayer.reference.ThresholdMargin;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Chunk;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepObserver;
import plastron.slayer.sweep.SweepState;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/** An episode of a case that is run chunk by chunk, and what it shows, by steps of the episode. */
final class ChunkedRun {

  private final GraphCase given;
  private final PlasticGraph graph;
  private final List<Integer> starts = new ArrayList<>();
  private final List<Tape> tapes = new ArrayList<>();

  ChunkedRun(GraphCase given) {
    this.given = given;
    graph = given.model.graph();
  }

  /** Where chunks begin: windows of an episode in order, now and then one twice, and its end. */
  static List<Integer> starts(GraphCase given, Random random) {
    int interval = given.model.graph().clock().updateInterval();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int w = 0; w * interval < GraphCase.STEPS; w++) {
      if (random.nextInt(3) == 0) {
        starts.add(w * interval);
      }
    }
    starts.add(GraphCase.STEPS);
    return starts;
  }

  /** Any limit of a tape. */
  static TapeLimit limit(Random random) {
    return random.nextBoolean()
        ? TapeLimit.NONE
        : new TapeLimit(1 + random.nextInt(12), 1L << (7 + random.nextInt(14)));
  }

  /** An episode in chunks that begin at some steps, the last of which is its end. */
  static ChunkedRun of(GraphCase given, Sweep sweep, List<Integer> starts) {
    ChunkedRun run = new ChunkedRun(given);
    SweepState state = sweep.state();
    for (int c = 0; c + 1 < starts.size(); c++) {
      assertThat(state.step()).isEqualTo((long) starts.get(c));
      run.forward(sweep, state, starts.get(c), starts.get(c + 1));
    }
    return run;
  }

  /** The gradient of chunks that follow one another. */
  static FlatVector gradient(Sweep sweep, GraphCase given, List<Chunk> chunks) {
    FlatVector gradient = new FlatVector(new ParameterLayout(given.model).size());
    sweep.backward(chunks);
    sweep.drain(gradient);
    return gradient;
  }

  /** Goes on with the steps from {@code from} to before {@code to}, on a tape of their own. */
  void forward(Sweep sweep, SweepState state, int from, int to) {
    Tape tape = sweep.tape();
    sweep.forward(tape, state, input(from, to));
    starts.add(from);
    tapes.add(tape);
  }

  /** The part of an episode; {@code from} is where a window begins. */
  Input input(int from, int to) {
    Input whole = given.input(graph);
    List<SpikeRaster> spikes = new ArrayList<>();
    for (SpikeRaster raster : whole.spikes()) {
      spikes.add(part(raster, from, to));
    }
    int window = from / graph.clock().updateInterval();
    Map<String, Signal> signals = new LinkedHashMap<>();
    whole
        .signals()
        .forEach(
            (name, signal) -> {
              double[][] rows = new double[Math.max(0, signal.windows() - window)][signal.width()];
              for (int w = 0; w < rows.length; w++) {
                for (int i = 0; i < rows[w].length; i++) {
                  rows[w][i] = signal.at(window + w, i);
                }
              }
              signals.put(name, Signal.perNeuron(rows));
            });
    return new Input(spikes, signals);
  }

  static SpikeRaster part(SpikeRaster raster, int from, int to) {
    SpikeRaster part = new SpikeRaster(to - from, raster.neurons());
    for (int t = from; t < to; t++) {
      for (int i = 0; i < raster.neurons(); i++) {
        if (raster.get(t, i)) {
          part.set(t - from, i);
        }
      }
    }
    return part;
  }

  List<Tape> tapes() {
    return tapes;
  }

  /** Where a chunk begins. */
  int start(int chunk) {
    return starts.get(chunk);
  }

  /** The chunks from one on, with the case's adjoints. */
  List<Chunk> chunks(int first) {
    List<Chunk> chunks = new ArrayList<>();
    for (int c = first; c < tapes.size(); c++) {
      int from = starts.get(c);
      Tape tape = tapes.get(c);
      chunks.add(new Chunk(tape, adjoints(from, from + tape.steps(), from)));
    }
    return chunks;
  }

  /** The case's adjoints of some steps alone, counted from {@code origin}. */
  Adjoints adjoints(int from, int to, int origin) {
    Adjoints all = given.adjoints(graph);
    Adjoints part = new Adjoints(graph);
    for (int p : graph.computing()) {
      int n = graph.populations().get(p).size();
      for (int t = from; t < to; t++) {
        double[] row = new double[n];
        all.of(p).copy(t, row);
        part.of(p).add(t - origin, t - origin + 1, row);
      }
    }
    int interval = graph.clock().updateInterval();
    for (int m = 0; m < graph.modules().size(); m++) {
      // What is given at the end of a window belongs to the chunk that the window is in.
      for (int w = from / interval; w < to / interval; w++) {
        double[] row = new double[graph.modules().get(m).width()];
        all.ofModule(m).copy(w, row);
        part.ofModule(m).add(w - origin / interval, w - origin / interval + 1, row);
      }
    }
    return part;
  }

  /** Every number that an observer is shown, by steps and windows of the episode. */
  Map<String, Double> shown(Sweep sweep) {
    Map<String, Double> all = new HashMap<>();
    for (int c = 0; c < tapes.size(); c++) {
      shown(sweep, tapes.get(c), starts.get(c), all);
    }
    return all;
  }

  /** The same of a tape that begins in a step. */
  void shown(Sweep sweep, Tape tape, int start, Map<String, Double> all) {
    int window = start / graph.clock().updateInterval();
    sweep.replay(
        tape,
        new SweepObserver() {
          @Override
          public void potential(int population, int step, int neuron, double u) {
            all.put("u %d %d %d".formatted(population, start + step, neuron), u);
          }

          @Override
          public void symbol(int w, int site, String symbol, int from, int to, double value) {
            all.put("%s %d %d %d %d".formatted(symbol, site, window + w, from, to), value);
          }
        });
  }

  /** Requires the spikes that a tape of the whole episode has. */
  void assertSameSpikes(Tape whole) {
    for (int p : graph.computing()) {
      for (int c = 0; c < tapes.size(); c++) {
        Tape tape = tapes.get(c);
        int from = starts.get(c);
        assertThat(tape.spikes(p))
            .as("population %d, from step %d", p, from)
            .isEqualTo(part(whole.spikes(p), from, from + tape.steps()));
      }
    }
  }

  /** How near a shown potential came to its threshold. */
  static double margin(PlasticGraph graph, Map<String, Double> shown) {
    ThresholdMargin margin = new ThresholdMargin(graph);
    for (int t = 0; t < GraphCase.STEPS; t++) {
      for (int p : graph.computing()) {
        for (int i = 0; i < graph.populations().get(p).size(); i++) {
          margin.see(p, i, Objects.requireNonNull(shown.get("u %d %d %d".formatted(p, t, i))));
        }
      }
    }
    return margin.nearest();
  }

  /** The largest magnitude of a vector. */
  static double largest(FlatVector vector) {
    return Arrays.stream(vector.toArray()).map(Math::abs).max().orElse(0);
  }
}
