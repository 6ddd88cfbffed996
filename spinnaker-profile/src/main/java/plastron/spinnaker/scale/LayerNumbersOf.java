package plastron.spinnaker.scale;

import plastron.export.stage.CalibratedLayer;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/** Looks up what a layer's symbols are and were. */
record LayerNumbersOf(CalibratedLayer<?> layer) {

  /** Largest magnitude in the examples. */
  double range(Symbol symbol) {
    return layer.ranges().symbol(symbol.name()).maxAbsolute();
  }

  /** Largest magnitude of a parameter. */
  double largest(Symbol parameter) {
    double largest = 0;
    for (double[] row : layer.source().layer().parameter(parameter.name())) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  /** A parameter spread over the synapses, {@code [nPre][nPost]}. */
  double[][] perSynapse(Symbol parameter) {
    double[][] value = layer.source().layer().parameter(parameter.name());
    if (parameter.axis() == Axis.SYNAPSE) {
      return value;
    }
    int nPost = layer.source().layer().size();
    double[][] spread = new double[layer.source().inputs()][nPost];
    for (double[] row : spread) {
      for (int j = 0; j < nPost; j++) {
        row[j] = parameter.axis() == Axis.POST ? value[0][j] : value[0][0];
      }
    }
    return spread;
  }

  /** A polynomial in GLOBAL parameters. */
  double value(Polynomial polynomial) {
    double sum = 0;
    for (var term : polynomial.terms()) {
      double product = term.coefficient();
      for (Symbol factor : term.factors()) {
        product *= layer.source().layer().parameter(factor.name())[0][0];
      }
      sum += product;
    }
    return sum;
  }
}
