package plastron.plasticity.f64;

import java.util.List;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RuleDerivation;

/**
 * A synapse-shaped polynomial, compiled to a sequence of loops over one row. Products of several
 * column factors are formed once per update by {@link #prepare}. Holds scratch rows: owned by one
 * thread.
 */
final class RowProgram64 {

  private final Coefficient64[] coefficient;
  private final int[][] column;
  private final int[][] synapse;
  private final double[][] columnProduct;
  private final double[] scratch;

  RowProgram64(RuleDerivation rule, RowForm form, int columns) {
    List<RowForm.RowTerm> terms = form.terms();
    coefficient = new Coefficient64[terms.size()];
    column = new int[terms.size()][];
    synapse = new int[terms.size()][];
    columnProduct = new double[terms.size()][];
    for (int t = 0; t < coefficient.length; t++) {
      RowForm.RowTerm term = terms.get(t);
      coefficient[t] = new Coefficient64(rule, term.coefficient());
      column[t] = Coefficient64.indices(rule, term.monomial().column());
      synapse[t] = Coefficient64.indices(rule, term.monomial().synapse());
      columnProduct[t] = new double[column[t].length > 1 ? columns : 0];
    }
    scratch = new double[columns];
  }

  /**
   * Forms coefficients and products of column factors from the frame's values; call once before a
   * run of rows.
   */
  void prepare(double[][][] value) {
    for (int t = 0; t < column.length; t++) {
      coefficient[t].prepare(value);
      if (column[t].length > 1) {
        System.arraycopy(value[column[t][0]][0], 0, columnProduct[t], 0, columnProduct[t].length);
        for (int f = 1; f < column[t].length; f++) {
          RowKernels64.multiply(columnProduct[t], value[column[t][f]][0]);
        }
      }
    }
  }

  /** Overwrites {@code out} with row {@code j}. */
  void row(double[][][] value, int j, double[] out) {
    if (coefficient.length == 0) {
      RowKernels64.set(out, 0);
    }
    for (int t = 0; t < coefficient.length; t++) {
      term(t, value, j, out, t == 0);
    }
  }

  /**
   * Adds row {@code j}, each entry multiplied by {@code factor}'s, to {@code out}; {@code factor}
   * is not modified.
   */
  void addProduct(double[][][] value, int j, double[] factor, double[] out) {
    for (int t = 0; t < coefficient.length; t++) {
      double[] vector = single(t, value, j);
      if (column[t].length + synapse[t].length == 0) {
        RowKernels64.add(out, coefficient[t].at(j), factor);
      } else if (vector.length > 0) {
        RowKernels64.add(out, coefficient[t].at(j), vector, factor);
      } else {
        term(t, value, j, scratch, true);
        RowKernels64.multiply(scratch, factor);
        RowKernels64.add(out, scratch);
      }
    }
  }

  /**
   * The one row that term {@code t} multiplies its coefficient with; empty if there are none or
   * several.
   */
  private double[] single(int t, double[][][] value, int j) {
    if (synapse[t].length == 1 && column[t].length == 0) {
      return value[synapse[t][0]][j];
    }
    if (synapse[t].length > 0 || column[t].length == 0) {
      return NONE;
    }
    return column[t].length == 1 ? value[column[t][0]][0] : columnProduct[t];
  }

  private void term(int t, double[][][] value, int j, double[] out, boolean overwrite) {
    double k = coefficient[t].at(j);
    int depth = synapse[t].length;
    double[] q =
        column[t].length == 0
            ? NONE
            : column[t].length == 1 ? value[column[t][0]][0] : columnProduct[t];
    if (depth > 1 || (depth == 1 && q.length > 0)) {
      double[] product = overwrite ? out : scratch;
      double[] first = value[synapse[t][0]][j];
      if (q.length == 0) {
        RowKernels64.set(product, k, first);
      } else {
        RowKernels64.set(product, k, q, first);
      }
      for (int s = 1; s < depth; s++) {
        RowKernels64.multiply(product, value[synapse[t][s]][j]);
      }
      if (!overwrite) {
        RowKernels64.add(out, product);
      }
      return;
    }
    double[] vector = depth == 1 ? value[synapse[t][0]][j] : q;
    if (vector.length == 0) {
      if (overwrite) {
        RowKernels64.set(out, k);
      } else {
        RowKernels64.add(out, k);
      }
    } else if (overwrite) {
      RowKernels64.set(out, k, vector);
    } else {
      RowKernels64.add(out, k, vector);
    }
  }

  private static final double[] NONE = new double[0];
}
