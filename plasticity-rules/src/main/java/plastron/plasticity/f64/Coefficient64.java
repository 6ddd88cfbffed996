package plastron.plasticity.f64;

import java.util.List;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Symbol;

/** A polynomial in global and vector symbols, compiled to index arrays; evaluated at one position of its vectors. */
final class Coefficient64 {

  private final double[] constants;
  private final int[][] factors;

  Coefficient64(RuleDerivation rule, Polynomial polynomial) {
    List<Term> terms = polynomial.terms();
    constants = new double[terms.size()];
    factors = new int[terms.size()][];
    for (int t = 0; t < constants.length; t++) {
      constants[t] = (double) terms.get(t).coefficient();
      factors[t] = terms.get(t).factors().stream().mapToInt(rule::index).toArray();
    }
  }

  /** Indices of symbols in a rule. */
  static int[] indices(RuleDerivation rule, List<Symbol> symbols) {
    return symbols.stream().mapToInt(rule::index).toArray();
  }

  /** The value at position {@code at}; symbols with a single entry are read at 0. */
  double at(double[][][] value, int at) {
    double sum = 0;
    for (int t = 0; t < constants.length; t++) {
      double product = constants[t];
      for (int f : factors[t]) {
        double[] row = value[f][0];
        product *= row.length == 1 ? row[0] : row[at];
      }
      sum = t == 0 ? product : sum + product;
    }
    return sum;
  }

  /** The values at all positions of {@code out}, overwritten. */
  void all(double[][][] value, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = at(value, i);
    }
  }
}
