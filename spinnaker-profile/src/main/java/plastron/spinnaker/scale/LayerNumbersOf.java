package plastron.spinnaker.scale;

import plastron.export.stage.CalibratedLayer;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Symbol;
import plastron.spinnaker.legal.CoreRule;

/**
 * Looks up what a layer's symbols are and were.
 *
 * @param largestRate no rate can be larger
 */
record LayerNumbersOf(CalibratedLayer<CoreRule> layer, double largestRate) {

  static LayerNumbersOf of(CalibratedLayer<CoreRule> layer) {
    return new LayerNumbersOf(layer, 1 / layer.source().referenceRate());
  }

  /** Largest magnitude in the examples. */
  double range(Symbol symbol) {
    return layer.ranges().symbol(symbol.name()).maxAbsolute();
  }

  /** Largest magnitude in the examples, or what it can be if they were silent. */
  double range(Symbol symbol, double possible) {
    double seen = range(symbol);
    return seen == 0 ? possible : seen;
  }

  /** A parameter, {@code [from][to]}. */
  double[][] parameter(Symbol symbol) {
    return layer.source().parameter(symbol);
  }

  /** A polynomial in parameters spread over the synapses, {@code [nPre][nPost]}. */
  double[][] perSynapse(Polynomial polynomial) {
    return layer.source().perSynapse(polynomial.terms());
  }

  /** A polynomial in parameters of pre neurons. */
  double[] perPre(Polynomial polynomial) {
    double[] sum = new double[layer.source().inputs()];
    for (Term term : polynomial.terms()) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += value(term, i);
      }
    }
    return sum;
  }

  /** A polynomial in GLOBAL parameters. */
  double value(Polynomial polynomial) {
    double sum = 0;
    for (Term term : polynomial.terms()) {
      sum += value(term, 0);
    }
    return sum;
  }

  private double value(Term term, int i) {
    double product = term.coefficient();
    for (Symbol factor : term.factors()) {
      double[][] values = parameter(factor);
      product *=
          switch (factor.axis()) {
            case PRE -> values[0][i];
            case SYNAPSE -> values[i][0];
            default -> values[0][0];
          };
    }
    return product;
  }

  /** The largest sum of magnitudes that leads to one neuron. */
  static double largestColumn(double[][] matrix) {
    double largest = 0;
    for (int j = 0; j < matrix[0].length; j++) {
      double sum = 0;
      for (double[] row : matrix) {
        sum += Math.abs(row[j]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  static double largest(double[]... matrix) {
    double largest = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}
