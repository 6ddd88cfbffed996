package plastron.plasticity.f64.row;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RowReverse;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.kernel.PlainKernels64;

/**
 * A plan read term by term, each a plain loop over one row: the specification of the generated
 * passes. Serves shorter rows as well. Holds scratch rows: owned by one thread.
 */
public final class PlainRowPass64 implements RowPass64 {

  private static final Polynomial ONE = Polynomial.of(List.of(new Term(1, List.of())));

  private final Output[] outputs;
  private final Output[] reversed;

  /**
   * @param columns length of the longest row
   */
  PlainRowPass64(RowPlan plan, int columns) {
    outputs = compiled(plan, plan.outputs(), columns);
    reversed = compiled(plan, plan.reversed(), columns);
  }

  private static Output[] compiled(RowPlan plan, List<RowPlan.Output> some, int columns) {
    return some.stream().map(o -> new Output(plan, o, columns)).toArray(Output[]::new);
  }

  @Override
  public void forward(double[][][] value, double[][][] out) {
    for (int j = 0; j < out[outputs[0].index].length; j++) {
      for (Output output : outputs) {
        output.forward(value, j, out[output.index][j]);
      }
    }
  }

  @Override
  public void reverse(double[][][] value, double[][][] outAdjoint, double[][][] adjoint) {
    int rows = reversed.length == 0 ? 0 : outAdjoint[reversed[0].index].length;
    for (int j = 0; j < rows; j++) {
      for (Output output : reversed) {
        output.reverseAlong(value, j, outAdjoint[output.index][j], adjoint);
      }
      for (Output output : reversed) {
        output.reverseAcross(value, j, adjoint);
      }
    }
    for (Output output : reversed) {
      output.closeOverall(adjoint);
    }
  }

  /** A symbol whose adjoint varies along the row. */
  private record Along(int symbol, boolean perSynapse, RowSum64 derivative) {}

  /** A symbol with one adjoint per row; which reduction goes with which term. */
  private record Across(int symbol, RowSum64 derivative, int[] reduction) {}

  /** A symbol with one adjoint per layer; its partial sums. */
  private record Overall(int symbol, RowSum64 derivative, double[] partial) {}

  private static final class Output {

    final int index;
    private final RowSum64 sum;
    private final Bounds bounds;
    private final @Nullable RowRounding64 rounding;
    private final Along[] along;
    private final Across[] across;
    private final Overall[] overall;
    private final RowSum64 reductions;
    private final double[] reduced;
    private final double[] raw;

    Output(RowPlan plan, RowPlan.Output output, int columns) {
      RuleDerivation rule = plan.rule();
      index = output.index();
      sum = new RowSum64(rule, plan.form(output), columns);
      bounds = output.bounds();
      rounding = output.rounding().map(r -> new RowRounding64(plan, r, columns)).orElse(null);
      RowReverse reverse = plan.reverse(output);
      along = new Along[reverse.along().size()];
      for (int a = 0; a < along.length; a++) {
        Symbol symbol = reverse.along().get(a).symbol();
        RowForm derivative = reverse.along().get(a).derivative();
        along[a] =
            new Along(
                rule.index(symbol),
                symbol.axis() == Axis.SYNAPSE,
                new RowSum64(rule, derivative, columns));
      }
      across = new Across[reverse.across().size()];
      for (int a = 0; a < across.length; a++) {
        Symbol symbol = reverse.across().get(a).symbol();
        RowForm derivative = reverse.across().get(a).derivative();
        across[a] =
            new Across(
                rule.index(symbol),
                new RowSum64(rule, derivative, columns),
                derivative.terms().stream()
                    .mapToInt(t -> reverse.reductions().indexOf(t.monomial()))
                    .toArray());
      }
      overall =
          reverse.overall().stream()
              .map(
                  part ->
                      new Overall(
                          rule.index(part.symbol()),
                          new RowSum64(rule, part.derivative(), columns),
                          new double[PlainKernels64.PARTIAL_SUMS]))
              .toArray(Overall[]::new);
      List<RowForm.RowTerm> monomials =
          reverse.reductions().stream().map(m -> new RowForm.RowTerm(ONE, m)).toList();
      reductions = new RowSum64(rule, new RowForm(monomials), columns);
      reduced = new double[monomials.size()];
      raw = new double[columns];
    }

    void forward(double[][][] value, int j, double[] out) {
      sum.row(value, j, out, out.length);
      if (bounds.areFinite()) {
        double low = (double) bounds.low();
        double high = (double) bounds.high();
        for (int i = 0; i < out.length; i++) {
          out[i] = out[i] < low ? low : out[i] > high ? high : out[i];
        }
      }
      if (rounding != null) {
        rounding.round(value, j, out);
      }
    }

    /** Serves the symbols that vary along the row, and forms the reductions. */
    void reverseAlong(double[][][] value, int j, double[] rowAdjoint, double[][][] adjoint) {
      int n = rowAdjoint.length;
      double[] g = bounds.areFinite() ? within(value, j, rowAdjoint) : rowAdjoint;
      for (Along a : along) {
        a.derivative().addTimes(g, value, j, adjoint[a.symbol()][a.perSynapse() ? j : 0], n);
      }
      for (int r = 0; r < reduced.length; r++) {
        reduced[r] = reductions.dot(g, r, value, j, n);
      }
      for (Overall o : overall) {
        o.derivative().addPartialSums(g, value, j, o.partial(), n);
      }
    }

    private double[] within(double[][][] value, int j, double[] rowAdjoint) {
      double low = (double) bounds.low();
      double high = (double) bounds.high();
      sum.row(value, j, raw, rowAdjoint.length);
      for (int i = 0; i < rowAdjoint.length; i++) {
        raw[i] = raw[i] >= low && raw[i] <= high ? rowAdjoint[i] : 0;
      }
      return raw;
    }

    /** Serves the symbols with one value per layer, after all rows. */
    void closeOverall(double[][][] adjoint) {
      for (Overall o : overall) {
        adjoint[o.symbol()][0][0] += PlainKernels64.fold(o.partial());
        Arrays.fill(o.partial(), 0);
      }
    }

    /** Serves the symbols with one value per row. */
    void reverseAcross(double[][][] value, int j, double[][][] adjoint) {
      for (Across a : across) {
        double sumOfTerms = 0;
        for (int t = 0; t < a.reduction().length; t++) {
          double term = a.derivative().coefficient(t, value, j) * reduced[a.reduction()[t]];
          sumOfTerms = t == 0 ? term : sumOfTerms + term;
        }
        adjoint[a.symbol()][0][j] += sumOfTerms;
      }
    }
  }
}
