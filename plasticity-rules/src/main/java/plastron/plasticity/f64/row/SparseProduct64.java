package plastron.plasticity.f64.row;

import java.util.Arrays;
import java.util.Set;
import plastron.core.network.SynapseRows;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.kernel.Kernels64;

/**
 * The product of a matrix of sparse synapses and a vector by pre neuron, among the signals of a
 * rule, forwards and backwards. Owned by one thread.
 */
public final class SparseProduct64 implements RowPass64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final int result;
  private final int matrix;
  private final int vector;
  private final boolean matrixWanted;
  private final boolean vectorWanted;
  private final SynapseRows synapses;
  private final double[] gathered;

  /**
   * @param wanted symbols that the reverse gives adjoints to
   */
  public SparseProduct64(
      RuleDerivation rule, DotStep step, SynapseRows synapses, Set<Symbol> wanted) {
    result = rule.index(step.symbol());
    matrix = rule.index(step.matrix());
    vector = rule.index(step.vector());
    matrixWanted = wanted.contains(step.matrix());
    vectorWanted = wanted.contains(step.vector());
    this.synapses = synapses;
    gathered = new double[synapses.maxDegree()];
  }

  @Override
  public void forward(double[][][] value, double[][][] out) {
    double[] product = out[result][0];
    Arrays.fill(product, 0);
    double[] v = value[vector][0];
    int[] target = synapses.targets();
    for (int j = 0; j < v.length; j++) {
      // A silent neuron contributes nothing, whatever its synapses hold.
      if (v[j] != 0) {
        double[] row = value[matrix][j];
        int begin = synapses.begin(j);
        for (int k = 0; k < row.length; k++) {
          product[target[begin + k]] += v[j] * row[k];
        }
      }
    }
  }

  @Override
  public void reverse(double[][][] value, double[][][] outAdjoint, double[][][] adjoint) {
    if (!matrixWanted && !vectorWanted) {
      return;
    }
    double[] v = value[vector][0];
    double[] g = outAdjoint[result][0];
    for (int j = 0; j < v.length; j++) {
      SparseRow64.gather(g, synapses, j, gathered);
      if (vectorWanted) {
        adjoint[vector][0][j] += KERNELS.dot(value[matrix][j], gathered);
      }
      if (matrixWanted && v[j] != 0) {
        KERNELS.add(adjoint[matrix][j], v[j], gathered);
      }
    }
  }
}
