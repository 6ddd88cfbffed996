package plastron.plasticity.f64;

import java.util.List;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Symbol;

/**
 * A polynomial in global and vector symbols, compiled to index arrays and evaluated at all
 * positions of its vectors at once. Holds its values: owned by one thread.
 */
final class Coefficient64 {

  private final double[] constants;
  private final int[][] factors;
  private double[] values = new double[1];
  private double[] product = new double[1];

  Coefficient64(RuleDerivation rule, Polynomial polynomial) {
    List<Term> terms = polynomial.terms();
    constants = new double[terms.size()];
    factors = new int[terms.size()][];
    for (int t = 0; t < constants.length; t++) {
      constants[t] = (double) terms.get(t).coefficient();
      factors[t] = indices(rule, terms.get(t).factors());
    }
  }

  /** Indices of symbols in a rule. */
  static int[] indices(RuleDerivation rule, List<Symbol> symbols) {
    return symbols.stream().mapToInt(rule::index).toArray();
  }

  /**
   * Evaluates the polynomial for {@link #at}; one value serves all positions if it uses no vector.
   */
  void prepare(double[][][] value) {
    int length = 1;
    for (int[] term : factors) {
      for (int f : term) {
        length = Math.max(length, value[f][0].length);
      }
    }
    if (values.length != length) {
      values = new double[length];
    }
    all(value, values);
  }

  /** The value at a position, as of the last {@link #prepare}. */
  double at(int position) {
    return values.length == 1 ? values[0] : values[position];
  }

  /**
   * Overwrites {@code out} with the values at all its positions; vectors with a single entry serve
   * all of them.
   */
  void all(double[][][] value, double[] out) {
    if (constants.length == 0) {
      RowKernels64.set(out, 0);
    }
    if (product.length != out.length) {
      product = new double[out.length];
    }
    for (int t = 0; t < constants.length; t++) {
      double[] target = t == 0 ? out : product;
      RowKernels64.set(target, constants[t]);
      for (int f : factors[t]) {
        double[] row = value[f][0];
        if (row.length == 1) {
          RowKernels64.scale(target, row[0]);
        } else {
          RowKernels64.multiply(target, row);
        }
      }
      if (t > 0) {
        RowKernels64.add(out, product);
      }
    }
  }
}
