package plastron.export.why.cause;

import plastron.export.predict.ComputedPathway;
import plastron.export.stage.ValidLayer;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * How large {@code alpha.E} becomes at every synapse where the states of the model's rule are at
 * their bounds. Chips may end elsewhere: where a register holds {@code alpha.E} itself, it ends at
 * the same value for all synapses.
 *
 * @param layer in the chip's form
 */
record OwnBound(ValidLayer layer) {

  /**
   * The largest magnitudes, {@code [from][to]}; {@link ComputedPathway#NO_BOUND} if some is not.
   */
  static double[][] of(ValidLayer layer) {
    double[][] bound = new OwnBound(layer).all();
    for (double[] row : bound) {
      for (double value : row) {
        if (!Double.isFinite(value)) {
          return ComputedPathway.NO_BOUND;
        }
      }
    }
    return bound;
  }

  private double[][] all() {
    double[][] sum = new double[layer.inputs()][layer.size()];
    for (Term term : layer.rule().weight().terms()) {
      if (term.factors().stream().anyMatch(factor -> factor.role() == Role.STATE)) {
        for (int j = 0; j < sum.length; j++) {
          for (int i = 0; i < sum[j].length; i++) {
            sum[j][i] += largest(term, j, i);
          }
        }
      }
    }
    return sum;
  }

  private double largest(Term term, int j, int i) {
    double product = Math.abs(term.coefficient());
    for (Symbol factor : term.factors()) {
      product *=
          factor.role() == Role.PARAMETER
              ? Math.abs(parameter(factor, j, i))
              : Math.max(Math.abs(factor.bounds().low()), Math.abs(factor.bounds().high()));
    }
    return product;
  }

  private double parameter(Symbol symbol, int j, int i) {
    double[][] values = layer.parameter(symbol);
    return switch (symbol.axis()) {
      case SYNAPSE -> values[j][i];
      case PRE -> values[0][j];
      case POST -> values[0][i];
      default -> values[0][0];
    };
  }
}
