package plastron.plasticity.f64;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plastron.plasticity.derive.Monomial;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * The reverse of a synapse-shaped polynomial, row by row: every symbol's adjoint receives the row's
 * adjoint times the symbolic derivative, reduced over the axes that the symbol lacks. Reductions
 * along a row are shared between symbols. Owned by one thread.
 */
final class RowAdjoint64 {

  /** A symbol whose adjoint varies along the row: its derivative as a row program. */
  private record Along(int symbol, boolean perSynapse, RowProgram64 derivative) {}

  /** A symbol with one adjoint per row or per layer: coefficients of the shared reductions. */
  private record Across(int symbol, boolean perRow, Coefficient64[] coefficient, int[] reduction) {}

  private final Along[] along;
  private final Across[] across;
  private final RowProgram64[] reductions;
  private final double[] reduced;
  private final double[] scratch;
  private final int[] plain;

  RowAdjoint64(RuleDerivation rule, Polynomial polynomial, RuleShape64 shape, Set<Symbol> wanted) {
    List<Monomial> shared = new ArrayList<>();
    List<Along> alongRow = new ArrayList<>();
    List<Across> acrossRow = new ArrayList<>();
    for (Symbol symbol : rule.symbols()) {
      Polynomial derivative = polynomial.derivative(symbol);
      if (derivative.terms().isEmpty() || !wanted.contains(symbol)) {
        continue;
      }
      RowForm form = RowForm.of(derivative, shape.rows());
      int at = rule.index(symbol);
      if (symbol.axis() != Axis.GLOBAL && symbol.axis() != shape.rows()) {
        alongRow.add(
            new Along(
                at, symbol.axis() == Axis.SYNAPSE, new RowProgram64(rule, form, shape.columns())));
      } else {
        acrossRow.add(across(rule, symbol, shape.rows(), form, shared));
      }
    }
    along = alongRow.toArray(Along[]::new);
    across = acrossRow.toArray(Across[]::new);
    reductions = new RowProgram64[shared.size()];
    plain = new int[shared.size()];
    for (int r = 0; r < plain.length; r++) {
      Monomial monomial = shared.get(r);
      plain[r] = -1;
      if (monomial.column().size() + monomial.synapse().size() == 1) {
        plain[r] =
            rule.index(
                monomial.column().isEmpty()
                    ? monomial.synapse().getFirst()
                    : monomial.column().getFirst());
      }
      Polynomial one = Polynomial.of(List.of(new Term(1, List.of())));
      reductions[r] =
          new RowProgram64(
              rule, new RowForm(List.of(new RowForm.RowTerm(one, monomial))), shape.columns());
    }
    reduced = new double[plain.length];
    scratch = new double[shape.columns()];
  }

  private static Across across(
      RuleDerivation rule, Symbol symbol, Axis rows, RowForm form, List<Monomial> shared) {
    Coefficient64[] coefficients = new Coefficient64[form.terms().size()];
    int[] reduction = new int[coefficients.length];
    for (int t = 0; t < coefficients.length; t++) {
      RowForm.RowTerm term = form.terms().get(t);
      coefficients[t] = new Coefficient64(rule, term.coefficient());
      if (!shared.contains(term.monomial())) {
        shared.add(term.monomial());
      }
      reduction[t] = shared.indexOf(term.monomial());
    }
    return new Across(rule.index(symbol), symbol.axis() == rows, coefficients, reduction);
  }

  /** Forms coefficients and products of column factors; call once before a run of rows. */
  void prepare(double[][][] value) {
    for (Along a : along) {
      a.derivative().prepare(value);
    }
    for (RowProgram64 reduction : reductions) {
      reduction.prepare(value);
    }
    for (Across a : across) {
      for (Coefficient64 coefficient : a.coefficient()) {
        coefficient.prepare(value);
      }
    }
  }

  /**
   * Adds what row {@code j} contributes.
   *
   * @param rowAdjoint adjoint of the row, one entry per column, not modified
   * @param adjoint by symbol, added to
   */
  void row(double[][][] value, int j, double[] rowAdjoint, double[][][] adjoint) {
    for (Along a : along) {
      a.derivative().addProduct(value, j, rowAdjoint, adjoint[a.symbol()][a.perSynapse() ? j : 0]);
    }
    for (int r = 0; r < reduced.length; r++) {
      if (plain[r] >= 0) {
        double[][] array = value[plain[r]];
        reduced[r] = RowKernels64.dot(rowAdjoint, array.length == 1 ? array[0] : array[j]);
      } else {
        reductions[r].row(value, j, scratch);
        reduced[r] = RowKernels64.dot(rowAdjoint, scratch);
      }
    }
    for (Across a : across) {
      double sum = 0;
      for (int t = 0; t < a.coefficient().length; t++) {
        sum += a.coefficient()[t].at(j) * reduced[a.reduction()[t]];
      }
      adjoint[a.symbol()][0][a.perRow() ? j : 0] += sum;
    }
  }
}
