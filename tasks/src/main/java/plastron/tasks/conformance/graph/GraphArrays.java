package plastron.tasks.conformance.graph;

import java.util.ArrayList;
import java.util.List;
import plastron.core.network.Connectivity;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.core.spikes.SpikeRaster;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.VectorReader;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Symbol;

/**
 * Arrays of reference vectors, which store matrices as rows by post neuron; ours are rows by pre
 * neuron.
 */
final class GraphArrays {

  private GraphArrays() {}

  /**
   * Reads a symbol's value, {@code [from][to]}.
   *
   * @param rows of our array
   * @param columns of our array
   */
  static double[][] read(VectorReader object, String field, Symbol symbol, int rows, int columns) {
    if (!symbol.axis().isMatrix()) {
      return symbol.axis().to() == Dimension.ONE
          ? new double[][] {{object.number(field)}}
          : new double[][] {object.numbers(field, columns)};
    }
    double[][] stored = object.numberMatrix(field, /* rows= */ columns, /* columns= */ rows);
    double[][] value = new double[rows][columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        value[r][c] = stored[c][r];
      }
    }
    return value;
  }

  /** Which synapses a projection has. */
  static Connectivity mask(VectorReader projection, int pre, int post) {
    if (!projection.has("mask")) {
      return new Connectivity.Dense();
    }
    List<List<Integer>> reached = new ArrayList<>();
    for (int j = 0; j < pre; j++) {
      reached.add(new ArrayList<>());
    }
    for (int[] pair : projection.intMatrix("mask", -1, 2, 0, Math.max(pre, post) - 1)) {
      if (pair[0] >= post || pair[1] >= pre) {
        throw new BrokenVectorException(
            "mask of projection %s, pair (%d, %d) must be below (%d, %d)"
                .formatted(projection.text("name"), pair[0], pair[1], post, pre));
      }
      reached.get(pair[1]).add(pair[0]);
    }
    int[][] rows =
        reached.stream()
            .map(posts -> posts.stream().mapToInt(Integer::intValue).sorted().toArray())
            .toArray(int[][]::new);
    return new Connectivity.Rows(SynapseRows.of(rows, post));
  }

  /**
   * The entries of synapses that exist, in rows; what stands for others must be 0.
   *
   * @param all {@code [pre][post]}
   */
  static double[][] existing(double[][] all, SynapseRows synapses, String what) {
    double[][] rows = new double[all.length][];
    for (int j = 0; j < all.length; j++) {
      rows[j] = new double[synapses.degree(j)];
      int k = 0;
      for (int i = 0; i < all[j].length; i++) {
        if (k < rows[j].length && synapses.targets()[synapses.begin(j) + k] == i) {
          rows[j][k++] = all[j][i];
        } else if (all[j][i] != 0) {
          throw new BrokenVectorException(
              "%s of the absent synapse from %d to %d (%s) must be 0"
                  .formatted(what, j, i, all[j][i]));
        }
      }
    }
    return rows;
  }

  /** One number for all neurons, or one each. */
  static Values values(VectorReader object, String field, int neurons) {
    return object.element(field).isJsonArray()
        ? Values.perNeuron(object.numbers(field, neurons))
        : Values.of(object.number(field));
  }

  /** Spikes, {@code [step][neuron]} of 0 and 1. */
  static SpikeRaster raster(VectorReader object, String field, int steps, int neurons) {
    int[][] rows = object.intMatrix(field, steps, neurons, 0, 1);
    SpikeRaster raster = new SpikeRaster(steps, neurons);
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < neurons; i++) {
        if (rows[t][i] != 0) {
          raster.set(t, i);
        }
      }
    }
    return raster;
  }
}
