package plastron.plasticity.f64.row;

import java.util.Arrays;
import java.util.Set;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.kernel.Kernels64;

/** A matrix-vector product among the signals of a rule, forwards and backwards. */
public final class MatrixProduct64 implements RowPass64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final int result;
  private final int matrix;
  private final int vector;
  private final boolean byTarget;
  private final boolean matrixWanted;
  private final boolean vectorWanted;

  /**
   * @param rows what the rows of synapse-shaped arrays are counted by
   * @param wanted symbols that the reverse gives adjoints to
   */
  public MatrixProduct64(RuleDerivation rule, DotStep step, Axis rows, Set<Symbol> wanted) {
    result = rule.index(step.symbol());
    matrix = rule.index(step.matrix());
    vector = rule.index(step.vector());
    byTarget = step.matrix().axis() == Axis.SYNAPSE && rows == Axis.POST;
    matrixWanted = wanted.contains(step.matrix());
    vectorWanted = wanted.contains(step.vector());
  }

  @Override
  public void forward(double[][][] value, double[][][] out) {
    double[] product = out[result][0];
    Arrays.fill(product, 0);
    if (byTarget) {
      KERNELS.addDots(product, value[matrix], value[vector][0]);
    } else {
      KERNELS.addWeightedRows(product, value[vector][0], value[matrix]);
    }
  }

  @Override
  public void reverse(double[][][] value, double[][][] outAdjoint, double[][][] adjoint) {
    if (!matrixWanted && !vectorWanted) {
      return;
    }
    double[] v = value[vector][0];
    double[] g = outAdjoint[result][0];
    if (vectorWanted && byTarget) {
      KERNELS.addWeightedRows(adjoint[vector][0], g, value[matrix]);
    } else if (vectorWanted) {
      KERNELS.addDots(adjoint[vector][0], value[matrix], g);
    }
    if (matrixWanted) {
      KERNELS.addToRows(adjoint[matrix], byTarget ? g : v, byTarget ? v : g);
    }
  }
}
