package plastron.plasticity.f64;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Symbol;

/** The reverse of a polynomial in vectors. */
final class VectorAdjoint64 {

  private record Part(int symbol, Coefficient64 derivative) {}

  private final List<Part> parts = new ArrayList<>();

  VectorAdjoint64(RuleDerivation rule, Polynomial polynomial, Set<Symbol> wanted) {
    for (Symbol symbol : rule.symbols()) {
      Polynomial derivative = polynomial.derivative(symbol);
      if (!derivative.terms().isEmpty() && wanted.contains(symbol)) {
        parts.add(new Part(rule.index(symbol), new Coefficient64(rule, derivative)));
      }
    }
  }

  /**
   * Adds the contributions to every symbol; a symbol with a single entry receives their sum.
   *
   * @param g adjoint of the polynomial, not modified
   * @param adjoint by symbol, added to
   */
  void reverse(double[][][] value, double[] g, double[][][] adjoint) {
    for (Part part : parts) {
      double[] out = adjoint[part.symbol()][0];
      part.derivative().prepare(value);
      for (int i = 0; i < g.length; i++) {
        out[out.length == 1 ? 0 : i] += g[i] * part.derivative().at(i);
      }
    }
  }
}
