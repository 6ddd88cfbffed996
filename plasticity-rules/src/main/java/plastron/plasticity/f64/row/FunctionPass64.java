package plastron.plasticity.f64.row;

import java.util.Set;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Symbol;

/** A function of a signal, number by number, forwards and backwards. */
public final class FunctionPass64 implements RowPass64 {

  private final Function function;
  private final int result;
  private final int operand;
  private final boolean operandWanted;

  /**
   * @param wanted symbols that the reverse gives adjoints to
   */
  public FunctionPass64(RuleDerivation rule, FunctionStep step, Set<Symbol> wanted) {
    function = step.function();
    result = rule.index(step.symbol());
    operand = rule.index(step.operand());
    operandWanted = wanted.contains(step.operand());
  }

  @Override
  public void forward(double[][][] value, double[][][] out) {
    double[] v = value[operand][0];
    double[] f = out[result][0];
    for (int i = 0; i < f.length; i++) {
      f[i] = (double) function.of(v[i]);
    }
  }

  @Override
  public void reverse(double[][][] value, double[][][] outAdjoint, double[][][] adjoint) {
    if (!operandWanted) {
      return;
    }
    double[] v = value[operand][0];
    double[] f = value[result][0];
    double[] g = outAdjoint[result][0];
    double[] to = adjoint[operand][0];
    for (int i = 0; i < f.length; i++) {
      to[i] += g[i] * (double) function.slope(v[i], f[i]);
    }
  }
}
