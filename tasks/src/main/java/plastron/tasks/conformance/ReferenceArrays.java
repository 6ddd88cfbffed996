package plastron.tasks.conformance;

import plastron.export.conformance.VectorReader;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Symbol;

/**
 * Arrays of reference vectors, which store matrices as rows by post neuron; ours are rows by pre
 * neuron.
 */
final class ReferenceArrays {

  private ReferenceArrays() {}

  /** Reads a symbol's value, {@code [from][to]}. */
  static double[][] read(VectorReader object, Symbol symbol, int pre, int post) {
    int rows = count(symbol.axis().from(), pre, post);
    int columns = count(symbol.axis().to(), pre, post);
    if (!symbol.axis().isMatrix()) {
      return symbol.axis().to() == Dimension.ONE
          ? new double[][] {{object.number(symbol.name())}}
          : new double[][] {object.numbers(symbol.name(), columns)};
    }
    double[][] stored =
        object.numberMatrix(symbol.name(), /* rows= */ columns, /* columns= */ rows);
    double[][] value = new double[rows][columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        value[r][c] = stored[c][r];
      }
    }
    return value;
  }

  private static int count(Dimension dimension, int pre, int post) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> pre;
      case POST -> post;
      case MODULATOR -> 0;
    };
  }
}
