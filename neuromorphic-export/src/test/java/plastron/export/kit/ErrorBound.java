package plastron.export.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;

/**
 * How far the numbers of a rule may be from others that went through the same updates. With {@code
 * e} what factors may be off by, a polynomial P is off by at most
 *
 * <pre>
 * sum over symbols |dP/ds| e_s + sum over terms |c| (prod(|f| + e_f) - prod |f| - sum_f e_f prod of the others)
 * </pre>
 *
 * the exact linear part and a bound on all higher orders. Functions have slopes of at most 1, and
 * so has clipping.
 */
final class ErrorBound {

  /** Rounding of the arithmetic itself, relative to the magnitudes that are added. */
  private static final double ARITHMETIC = 1e-12;

  private final RuleDerivation rule;
  private final RuleFrame64 values;
  private final RuleFrame64 bounds;

  /**
   * @param values the numbers, followed as they change
   * @param bounds of the same shape; zeros are exact
   */
  ErrorBound(RuleDerivation rule, RuleFrame64 values, RuleFrame64 bounds) {
    this.rule = rule;
    this.values = values;
    this.bounds = bounds;
  }

  /** Bounds of a symbol's numbers; may be changed. */
  double[][] value(int symbol) {
    return bounds.value[symbol];
  }

  /** Bounds of a state's next numbers; may be changed. */
  double[][] next(int update) {
    return bounds.next[update];
  }

  void swap(int update) {
    int s = rule.index(rule.updates().get(update).state());
    double[][] old = bounds.value[s];
    bounds.value[s] = bounds.next[update];
    bounds.next[update] = old;
  }

  /** What the signals and next states may be off by, once those of the values are computed. */
  void update() {
    for (RuleDerivation.SignalStep step : rule.signals()) {
      int s = rule.index(step.symbol());
      switch (step) {
        case RuleDerivation.DotStep dot -> dot(dot, bounds.value[s][0]);
        case RuleDerivation.FunctionStep f ->
            bounds.value[s][0] = bounds.value[rule.index(f.operand())][0].clone();
        case RuleDerivation.PolynomialStep p ->
            new Bounded(p.value()).write(step.symbol().axis(), bounds.value[s]);
      }
    }
    for (int u = 0; u < bounds.next.length; u++) {
      RuleDerivation.NormalUpdate update = rule.updates().get(u);
      new Bounded(update.next()).write(update.state().axis(), bounds.next[u]);
    }
  }

  private void dot(RuleDerivation.DotStep dot, double[] out) {
    double[][] matrix = values.value[rule.index(dot.matrix())];
    double[][] matrixBound = bounds.value[rule.index(dot.matrix())];
    double[] vector = values.value[rule.index(dot.vector())][0];
    double[] vectorBound = bounds.value[rule.index(dot.vector())][0];
    for (int i = 0; i < out.length; i++) {
      out[i] = 0;
      for (int j = 0; j < vector.length; j++) {
        double m = Math.abs(matrix[j][i]);
        double v = Math.abs(vector[j]);
        out[i] += m * vectorBound[j] + matrixBound[j][i] * (v + vectorBound[j]);
        out[i] += ARITHMETIC * m * v;
      }
    }
  }

  private double at(double[][][] arrays, Symbol symbol, int j, int i) {
    double[][] array = arrays[rule.index(symbol)];
    return switch (symbol.axis()) {
      case GLOBAL -> array[0][0];
      case PRE -> array[0][j];
      case POST -> array[0][i];
      default -> array[j][i];
    };
  }

  /** A polynomial with its derivatives. */
  private final class Bounded {
    private final List<Term> terms;
    private final List<Symbol> symbols;
    private final List<List<Term>> derivatives = new ArrayList<>();

    Bounded(Polynomial polynomial) {
      terms = polynomial.terms();
      Set<Symbol> used = new HashSet<>();
      terms.forEach(term -> used.addAll(term.factors()));
      symbols = List.copyOf(used);
      symbols.forEach(s -> derivatives.add(polynomial.derivative(s).terms()));
    }

    void write(Axis axis, double[][] out) {
      for (int j = 0; j < out.length; j++) {
        for (int k = 0; k < out[j].length; k++) {
          // A row of pre neurons is counted by columns.
          out[j][k] = axis == Axis.PRE ? bound(k, 0) : bound(j, k);
        }
      }
    }

    private double bound(int j, int i) {
      double bound = 0;
      for (int s = 0; s < symbols.size(); s++) {
        double slope = 0;
        for (Term term : derivatives.get(s)) {
          slope += product(term, j, i);
        }
        bound += Math.abs(slope) * at(bounds.value, symbols.get(s), j, i);
      }
      for (Term term : terms) {
        bound += Math.abs(term.coefficient()) * higherOrders(term, j, i);
        bound += ARITHMETIC * Math.abs(product(term, j, i));
      }
      return bound;
    }

    private double product(Term term, int j, int i) {
      double product = term.coefficient();
      for (Symbol factor : term.factors()) {
        product *= at(values.value, factor, j, i);
      }
      return product;
    }

    /** Of {@code prod(|f| + e_f)}, everything with at least two errors. */
    private double higherOrders(Term term, int j, int i) {
      double none = 1;
      double one = 0;
      double more = 0;
      for (Symbol factor : term.factors()) {
        double size = Math.abs(at(values.value, factor, j, i));
        double off = at(bounds.value, factor, j, i);
        more = more * (size + off) + one * off;
        one = one * size + none * off;
        none *= size;
      }
      return more;
    }
  }
}
