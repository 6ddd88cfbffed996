package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.Precision;
import plastron.slayer.reference.SweepCase;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepObserver;
import plastron.slayer.sweep.Tape;

/**
 * Everything that a sweep says about a case.
 *
 * @param spikes by layer
 * @param potentials {@code [layer][step][neuron]}
 * @param traces last value of every trace {@code E}, {@code [projection][from][to]}; 0 without
 *     update
 */
record SweepRun(
    PlasticModel model,
    List<SpikeRaster> spikes,
    double[][][] potentials,
    double[][][] traces,
    FlatVector gradient) {

  static SweepRun of(SweepCase given, Precision precision) {
    Sweep sweep = precision.sweep(given.model(), given.options());
    Tape tape = sweep.tape();
    sweep.forward(tape, given.episode());
    FlatVector gradient = new FlatVector(new ParameterLayout(given.model()).size());
    sweep.backward(tape, given.adjoints());
    sweep.drain(gradient);
    int[] sizes = given.graph().sizes();
    double[][][] potentials = new double[sizes.length - 1][given.input().steps()][];
    for (int l = 0; l + 1 < sizes.length; l++) {
      int n = sizes[l + 1];
      Arrays.setAll(potentials[l], t -> new double[n]);
    }
    double[][][] traces =
        given.graph().projections().stream()
            .map(p -> new double[given.graph().pre(p)][given.graph().population(p.to()).size()])
            .toArray(double[][][]::new);
    sweep.replay(
        tape,
        new SweepObserver() {
          @Override
          public void potential(int population, int step, int neuron, double u) {
            potentials[population - 1][step][neuron] = u;
          }

          @Override
          public void symbol(int window, int site, String symbol, int from, int to, double value) {
            if (symbol.equals("E")) {
              traces[site][from][to] = value;
            }
          }
        });
    List<SpikeRaster> spikes = new ArrayList<>();
    for (int l = 0; l + 1 < sizes.length; l++) {
      spikes.add(tape.spikes(l + 1));
    }
    return new SweepRun(given.model(), spikes, potentials, traces, gradient);
  }

  /** The gradient of one parameter, {@code [from][to]}. */
  double[][] gradient(int projection, String name) {
    ParameterLayout layout = new ParameterLayout(model);
    return layout.rules().stream()
        .filter(slot -> slot.site() == projection && slot.symbol().name().equals(name))
        .map(slot -> layout.matrix(slot, gradient))
        .findFirst()
        .orElseThrow();
  }

  /** Compares matrices, relative to the largest entry expected. */
  static void assertClose(String what, double[][] got, double[][] want, double relative) {
    double scale = 0;
    for (double[] row : want) {
      for (double v : row) {
        scale = Double.isInfinite(v) ? scale : Math.max(scale, Math.abs(v));
      }
    }
    for (int r = 0; r < want.length; r++) {
      for (int c = 0; c < want[r].length; c++) {
        if (Double.isInfinite(want[r][c])) {
          assertThat(got[r][c]).as("%s [%d][%d]", what, r, c).isEqualTo(want[r][c]);
          continue;
        }
        assertThat(got[r][c])
            .as("%s [%d][%d]", what, r, c)
            .isCloseTo(want[r][c], within(Math.max(relative * scale, 1e-12)));
      }
    }
  }
}
