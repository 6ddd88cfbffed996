package plastron.plasticity.f64.row;

import java.util.Arrays;
import java.util.List;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.kernel.PlainKernels64;

/**
 * A {@link RowForm} compiled to index arrays, evaluated by plain loops over the first {@code n}
 * columns of one row. Holds a scratch row: owned by one thread.
 */
final class RowSum64 {

  private final double[][] constants;
  private final int[][][] factors;
  private final int[][] column;
  private final int[][] synapse;
  private final double[] scratch;

  /**
   * @param columns length of the longest row
   */
  RowSum64(RuleDerivation rule, RowForm form, int columns) {
    List<RowForm.RowTerm> terms = form.terms();
    constants = new double[terms.size()][];
    factors = new int[terms.size()][][];
    column = new int[terms.size()][];
    synapse = new int[terms.size()][];
    for (int t = 0; t < column.length; t++) {
      List<Term> coefficient = terms.get(t).coefficient().terms();
      constants[t] = new double[coefficient.size()];
      factors[t] = new int[coefficient.size()][];
      for (int c = 0; c < coefficient.size(); c++) {
        constants[t][c] = (double) coefficient.get(c).coefficient();
        factors[t][c] = indices(rule, coefficient.get(c).factors());
      }
      column[t] = indices(rule, terms.get(t).monomial().column());
      synapse[t] = indices(rule, terms.get(t).monomial().synapse());
    }
    scratch = new double[columns];
  }

  private static int[] indices(RuleDerivation rule, List<Symbol> symbols) {
    return symbols.stream().mapToInt(rule::index).toArray();
  }

  int terms() {
    return column.length;
  }

  /** The coefficient of term {@code t} in row {@code j}. */
  double coefficient(int t, double[][][] value, int j) {
    double sum = 0;
    for (int c = 0; c < constants[t].length; c++) {
      double product = constants[t][c];
      for (int f : factors[t][c]) {
        double[] vector = value[f][0];
        product *= vector[vector.length == 1 ? 0 : j];
      }
      sum = c == 0 ? product : sum + product;
    }
    return sum;
  }

  /** Overwrites {@code out} with term {@code t} of row {@code j}. */
  void term(int t, double[][][] value, int j, double[] out, int n) {
    double k = coefficient(t, value, j);
    if (column[t].length == 0) {
      Arrays.fill(out, 0, n, k);
    } else {
      System.arraycopy(value[column[t][0]][0], 0, out, 0, n);
      for (int f = 1; f < column[t].length; f++) {
        multiply(out, value[column[t][f]][0], n);
      }
      for (int i = 0; i < n; i++) {
        out[i] *= k;
      }
    }
    for (int f : synapse[t]) {
      multiply(out, value[f][j], n);
    }
  }

  /** Overwrites {@code out} with row {@code j}. */
  void row(double[][][] value, int j, double[] out, int n) {
    if (terms() == 0) {
      Arrays.fill(out, 0, n, 0);
    }
    for (int t = 0; t < terms(); t++) {
      if (t == 0) {
        term(t, value, j, out, n);
      } else {
        term(t, value, j, scratch, n);
        add(out, scratch, n);
      }
    }
  }

  /** Adds the terms of row {@code j} to {@code out}, one after the other, each times {@code g}. */
  void addTimes(double[] g, double[][][] value, int j, double[] out, int n) {
    for (int t = 0; t < terms(); t++) {
      term(t, value, j, scratch, n);
      multiply(scratch, g, n);
      add(out, scratch, n);
    }
  }

  /**
   * Adds the terms of row {@code j}, each times {@code g}, to partial sums: column i to partial sum
   * i mod 16, sixteen columns after sixteen columns.
   */
  void addPartialSums(double[] g, double[][][] value, int j, double[] partial, int n) {
    double[][] products = new double[terms()][n];
    for (int t = 0; t < terms(); t++) {
      term(t, value, j, products[t], n);
      multiply(products[t], g, n);
    }
    for (int from = 0; from < n; from += partial.length) {
      for (double[] product : products) {
        for (int i = from; i < Math.min(from + partial.length, n); i++) {
          partial[i - from] += product[i];
        }
      }
    }
  }

  /** The sum of products of term {@code t} of row {@code j} and {@code g}. */
  double dot(double[] g, int t, double[][][] value, int j, int n) {
    term(t, value, j, scratch, n);
    return PlainKernels64.dot(g, scratch, n);
  }

  private static void multiply(double[] out, double[] a, int n) {
    for (int i = 0; i < n; i++) {
      out[i] *= a[i];
    }
  }

  private static void add(double[] out, double[] a, int n) {
    for (int i = 0; i < n; i++) {
      out[i] += a[i];
    }
  }
}
