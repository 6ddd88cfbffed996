package plastron.plasticity.f64;

import java.util.Arrays;
import java.util.List;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Symbol;

/**
 * A {@link RowForm} compiled to index arrays, evaluated by plain loops over one row. Holds a
 * scratch row: owned by one thread.
 */
final class RowSum64 {

  private static final Kernels64 PLAIN = new PlainKernels64();

  private final double[][] constants;
  private final int[][][] factors;
  private final int[][] column;
  private final int[][] synapse;
  private final double[] scratch;

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
  void term(int t, double[][][] value, int j, double[] out) {
    double k = coefficient(t, value, j);
    if (column[t].length == 0) {
      Arrays.fill(out, k);
    } else {
      System.arraycopy(value[column[t][0]][0], 0, out, 0, out.length);
      for (int f = 1; f < column[t].length; f++) {
        multiply(out, value[column[t][f]][0]);
      }
      PLAIN.scale(out, k);
    }
    for (int f : synapse[t]) {
      multiply(out, value[f][j]);
    }
  }

  /** Overwrites {@code out} with row {@code j}. */
  void row(double[][][] value, int j, double[] out) {
    if (terms() == 0) {
      Arrays.fill(out, 0);
    }
    for (int t = 0; t < terms(); t++) {
      if (t == 0) {
        term(t, value, j, out);
      } else {
        term(t, value, j, scratch);
        PLAIN.add(out, scratch);
      }
    }
  }

  /** Adds the terms of row {@code j} to {@code out}, one after the other, each times {@code g}. */
  void addTimes(double[] g, double[][][] value, int j, double[] out) {
    for (int t = 0; t < terms(); t++) {
      term(t, value, j, scratch);
      multiply(scratch, g);
      for (int i = 0; i < scratch.length; i++) {
        out[i] += scratch[i];
      }
    }
  }

  /**
   * Adds the terms of row {@code j}, each times {@code g}, to partial sums: column i to partial sum
   * i mod 16, sixteen columns after sixteen columns.
   */
  void addPartialSums(double[] g, double[][][] value, int j, double[] partial) {
    double[][] products = new double[terms()][g.length];
    for (int t = 0; t < terms(); t++) {
      term(t, value, j, products[t]);
      multiply(products[t], g);
    }
    for (int from = 0; from < g.length; from += partial.length) {
      for (double[] product : products) {
        for (int i = from; i < Math.min(from + partial.length, g.length); i++) {
          partial[i - from] += product[i];
        }
      }
    }
  }

  /** The sum of products of term {@code t} of row {@code j} and {@code g}. */
  double dot(double[] g, int t, double[][][] value, int j) {
    term(t, value, j, scratch);
    return PLAIN.dot(g, scratch);
  }

  private static void multiply(double[] out, double[] a) {
    for (int i = 0; i < out.length; i++) {
      out[i] *= a[i];
    }
  }
}
