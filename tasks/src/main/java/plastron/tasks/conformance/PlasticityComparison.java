package plastron.tasks.conformance;

import java.util.List;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.Precision;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.Tape;

/**
 * Runs the episodes of a reference vector forwards and backwards and compares everything that it
 * expects.
 */
final class PlasticityComparison {

  private static final double TOLERANCE = 1e-10;
  private static final double ZERO_TOLERANCE = 1e-12;

  /** Names in the files, ours, and whether the value has one entry per pre neuron. */
  private record Traced(String field, String symbol, boolean pre) {}

  private static final List<Traced> VECTORS =
      List.of(
          new Traced("r_pre", "x", true),
          new Traced("r_post", "y", false),
          new Traced("M", "M", false),
          new Traced("phi", "phi", true));

  private final PlasticityVector vector;
  private final Comparison comparison;
  private final PlasticGraph graph;
  private final int[] sizes;

  PlasticityComparison(PlasticityVector vector, Comparison comparison) {
    this.vector = vector;
    this.comparison = comparison;
    graph = vector.model().graph();
    sizes = graph.sizes();
  }

  void run() {
    PlasticModel model = vector.model();
    ParameterLayout layout = new ParameterLayout(model);
    FlatVector gradient = new FlatVector(layout.size());
    Sweep sweep = Precision.DOUBLE.sweep(model, vector.options());
    Tape tape = sweep.tape();
    Adjoints adjoints = new Adjoints(sizes);
    List<VectorReader> expected = vector.expected().objects("episodes");
    if (expected.size() != vector.episodes().size()) {
      throw new BrokenVectorException(
          "expected, episodes (%d) must be as many as the %d episodes"
              .formatted(expected.size(), vector.episodes().size()));
    }
    double total = 0;
    for (int e = 0; e < expected.size(); e++) {
      comparison.nextCase();
      PlasticityVector.Trial trial = vector.episodes().get(e);
      sweep.forward(tape, Input.of(trial.input()));
      adjoints.clear();
      double loss = trial.loss().on(sizes.length - 1, 1).evaluate(tape, adjoints);
      total += loss;
      sweep.backward(tape, adjoints);
      forward(sweep, tape, trial, expected.get(e), loss, "episode " + e);
    }
    sweep.drain(gradient);
    int episodes = expected.size();
    near(total / episodes, vector.expected().number("loss"), "mean loss");
    gradient.scale(1.0 / episodes);
    gradients(layout, gradient);
  }

  private void forward(
      Sweep sweep,
      Tape tape,
      PlasticityVector.Trial trial,
      VectorReader want,
      double loss,
      String place) {
    ObservedEpisode seen = new ObservedEpisode(sizes, vector.steps());
    sweep.replay(tape, seen);
    near(loss, want.number("loss"), place + ", loss");
    SpikeRaster output = tape.spikes(sizes.length - 1);
    double[] rates = new ReadoutSteps(trial.readFrom(), trial.readTo()).rates(output);
    near(rates, want.numbers("readout", rates.length), place + ", readout");
    List<VectorReader> layers = want.objects("layers");
    requireLayers(layers.size());
    int stride = vector.expected().integer("u_stride", 1, Integer.MAX_VALUE);
    for (int l = 0; l < layers.size(); l++) {
      spikes(tape.spikes(l + 1), layers.get(l), sizes[l + 1], place + ", layer " + (l + 1));
      double[][] u = layers.get(l).numberMatrix("u", vector.steps() / stride, sizes[l + 1]);
      for (int k = 0; k < u.length; k++) {
        int step = (k + 1) * stride - 1;
        for (int i = 0; i < u[k].length; i++) {
          String at = "%s, layer %d, u of neuron %d at step %d".formatted(place, l + 1, i, step);
          near(seen.potential(l, step, i), u[k][i], at);
        }
      }
    }
    for (VectorReader update : want.objects("updates")) {
      update(seen, update, place);
    }
  }

  private void spikes(SpikeRaster got, VectorReader layer, int neurons, String place) {
    int[][] want = layer.intMatrix("s", vector.steps(), neurons, 0, 1);
    for (int t = 0; t < want.length; t++) {
      for (int i = 0; i < neurons; i++) {
        int step = t;
        int neuron = i;
        comparison.exact(
            got.get(t, i) ? 1 : 0,
            want[t][i],
            () -> "%s, spike of neuron %d at step %d".formatted(place, neuron, step));
      }
    }
  }

  private void update(ObservedEpisode seen, VectorReader update, String place) {
    int interval = graph.clock().updateInterval();
    int window = (update.integer("after_step", 0, vector.steps() - 1) + 1) / interval - 1;
    List<VectorReader> layers = update.objects("layers");
    requireLayers(layers.size());
    for (int l = 0; l < layers.size(); l++) {
      VectorReader want = layers.get(l);
      if (!graph.projections().get(l).rule().isPlastic()) {
        continue;
      }
      String at = "%s, layer %d, update %d, ".formatted(place, l + 1, window);
      for (Traced traced : VECTORS) {
        if (want.has(traced.field())) {
          double[] values = want.numbers(traced.field(), traced.pre() ? sizes[l] : sizes[l + 1]);
          for (int i = 0; i < values.length; i++) {
            near(
                seen.symbol(window, l, traced.symbol(), 0, i),
                values[i],
                at + traced.field() + "[" + i + "]");
          }
        }
      }
      double[][] trace = want.numberMatrix("E", sizes[l + 1], sizes[l]);
      for (int i = 0; i < trace.length; i++) {
        for (int j = 0; j < trace[i].length; j++) {
          near(seen.symbol(window, l, "E", j, i), trace[i][j], at + "E[" + i + "][" + j + "]");
        }
      }
    }
  }

  private void gradients(ParameterLayout layout, FlatVector gradient) {
    List<VectorReader> want = vector.expected().objects("grad");
    requireLayers(want.size());
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      Symbol symbol = slot.symbol();
      int l = slot.site();
      double[][] expected = ReferenceArrays.read(want.get(l), symbol, sizes[l], sizes[l + 1]);
      double[][] got = layout.matrix(slot, gradient);
      double scale = 0;
      for (double[] row : expected) {
        for (double v : row) {
          scale = Math.max(scale, Math.abs(v));
        }
      }
      double unit = scale == 0 ? ZERO_TOLERANCE / TOLERANCE : scale;
      for (int r = 0; r < got.length; r++) {
        for (int c = 0; c < got[r].length; c++) {
          String entry = symbol.axis() == Axis.GLOBAL ? "" : "[" + c + "][" + r + "]";
          comparison.within(
              Math.abs(got[r][c] - expected[r][c]) / unit,
              TOLERANCE,
              () -> "layer %d, gradient of %s%s".formatted(l + 1, symbol.name(), entry));
        }
      }
    }
  }

  private void requireLayers(int count) {
    if (count != sizes.length - 1) {
      throw new BrokenVectorException(
          "expected layers (%d) must be %d".formatted(count, sizes.length - 1));
    }
  }

  private void near(double[] got, double[] want, String place) {
    for (int i = 0; i < want.length; i++) {
      near(got[i], want[i], place + "[" + i + "]");
    }
  }

  private void near(double got, double want, String place) {
    comparison.near(got, want, TOLERANCE, () -> place);
  }
}
