package plastron.tasks.conformance.graph;

import plastron.core.network.Values;
import plastron.core.spikes.SpikeRaster;
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
