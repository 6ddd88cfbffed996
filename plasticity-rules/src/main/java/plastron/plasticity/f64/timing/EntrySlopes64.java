package plastron.plasticity.f64.timing;

import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/** The partial derivatives of a polynomial at one synapse. */
final class EntrySlopes64 {

  private final int[] symbol;
  private final Axis[] axis;
  private final EntryPolynomial64[] slope;

  EntrySlopes64(RuleDerivation rule, Polynomial polynomial) {
    symbol = rule.symbols().stream().filter(polynomial::uses).mapToInt(rule::index).toArray();
    axis = new Axis[symbol.length];
    slope = new EntryPolynomial64[symbol.length];
    for (int s = 0; s < symbol.length; s++) {
      Symbol of = rule.symbols().get(symbol[s]);
      axis[s] = of.axis();
      slope[s] = new EntryPolynomial64(rule, polynomial.derivative(of));
    }
  }

  /**
   * Spreads the adjoint of the value at a synapse over the symbols that it reads.
   *
   * @param value by symbol, not modified
   * @param adjoint by symbol, added to
   */
  void spread(double[][][] value, double[][][] adjoint, int j, int k, int i, double of) {
    for (int s = 0; s < symbol.length; s++) {
      double[][] to = adjoint[symbol[s]];
      double part = of * slope[s].of(value, j, k, i);
      switch (axis[s]) {
        case GLOBAL -> to[0][0] += part;
        case PRE -> to[0][j] += part;
        case POST -> to[0][i] += part;
        default -> to[j][k] += part;
      }
    }
  }
}
