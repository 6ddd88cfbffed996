package plastron.plasticity.f64;

import java.util.List;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.derive.StateRounding;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.kernel.PlainKernels64;

/**
 * The specification of a trace update: one entry at a time, every operation in the order that
 * {@link RowForm} gives. {@link RuleProgram64} must agree bit for bit.
 */
public final class RuleInterpreter64 {

  private static final double WHOLES = (double) StateRounding.wholes(Double.BYTES);

  private final RuleDerivation rule;
  private final Axis rows;

  /** An interpreter for a rule on arrays {@code [pre][post]}. */
  public RuleInterpreter64(RuleDerivation rule) {
    this(rule, Axis.PRE);
  }

  /**
   * An interpreter for a rule.
   *
   * @param rows what the rows of synapse-shaped arrays are counted by, see {@link RuleShape64}
   */
  public RuleInterpreter64(RuleDerivation rule, Axis rows) {
    this.rule = rule;
    this.rows = rows;
  }

  /**
   * Computes all signals, then all next values. {@code frame} is modified: its signals and its next
   * values.
   */
  public void update(RuleFrame64 frame) {
    for (SignalStep step : rule.signals()) {
      double[] out = frame.value[rule.index(step.symbol())][0];
      for (int i = 0; i < out.length; i++) {
        out[i] = signal(step, frame, i);
      }
    }
    for (int u = 0; u < frame.next.length; u++) {
      NormalUpdate update = rule.updates().get(u);
      Axis counting = RowPlan.rows(update.state().axis(), rows);
      double low = (double) update.state().bounds().low();
      double high = (double) update.state().bounds().high();
      double[][] out = frame.next[u];
      for (int j = 0; j < out.length; j++) {
        for (int i = 0; i < out[j].length; i++) {
          double raw = entry(update.next(), counting, frame, j, i);
          double clipped = raw < low ? low : raw > high ? high : raw;
          out[j][i] =
              update.rounding().isEmpty()
                  ? clipped
                  : rounded(clipped, update.rounding().get(), counting, frame, j, i);
        }
      }
    }
  }

  private double rounded(
      double value, StateRounding by, Axis counting, RuleFrame64 frame, int j, int i) {
    double scaled =
        value * get(by.inverse(), counting, frame, j, i) + get(by.offset(), counting, frame, j, i);
    double low = (double) by.range().low();
    double high = (double) by.range().high();
    double whole = scaled + WHOLES - WHOLES;
    return (whole < low ? low : whole > high ? high : whole)
        * get(by.step(), counting, frame, j, i);
  }

  /**
   * Computes the effective weights.
   *
   * @param out synapse-shaped, overwritten
   */
  public void weight(RuleFrame64 frame, double[][] out) {
    for (int j = 0; j < out.length; j++) {
      for (int i = 0; i < out[j].length; i++) {
        out[j][i] = entry(rule.weight(), rows, frame, j, i);
      }
    }
  }

  private double signal(SignalStep step, RuleFrame64 frame, int i) {
    return switch (step) {
      case FunctionStep f -> (double) f.function().of(frame.value[rule.index(f.operand())][0][i]);
      case PolynomialStep p -> entry(p.value(), RowPlan.rows(p.symbol().axis(), rows), frame, 0, i);
      case DotStep d -> {
        double[][] matrix = frame.value[rule.index(d.matrix())];
        double[] vector = frame.value[rule.index(d.vector())][0];
        if (d.matrix().axis() == Axis.SYNAPSE && rows == Axis.POST) {
          yield new PlainKernels64().dot(matrix[i], vector);
        }
        double sum = 0;
        for (int from = 0; from < vector.length; from++) {
          // A silent neuron contributes nothing, whatever its synapses hold.
          if (vector[from] != 0) {
            sum += vector[from] * matrix[from][i];
          }
        }
        yield sum;
      }
    };
  }

  /** Entry (j, i) of a polynomial, its rows counted by {@code counting}. */
  private double entry(Polynomial polynomial, Axis counting, RuleFrame64 frame, int j, int i) {
    double sum = 0;
    List<RowForm.RowTerm> terms = RowForm.of(polynomial, counting).terms();
    for (int t = 0; t < terms.size(); t++) {
      double product = coefficient(terms.get(t).coefficient(), counting, frame, j, i);
      List<Symbol> column = terms.get(t).monomial().column();
      if (!column.isEmpty()) {
        double q = get(column.getFirst(), counting, frame, j, i);
        for (Symbol factor : column.subList(1, column.size())) {
          q *= get(factor, counting, frame, j, i);
        }
        product *= q;
      }
      for (Symbol factor : terms.get(t).monomial().synapse()) {
        product *= get(factor, counting, frame, j, i);
      }
      sum = t == 0 ? product : sum + product;
    }
    return sum;
  }

  private double coefficient(
      Polynomial polynomial, Axis counting, RuleFrame64 frame, int j, int i) {
    double sum = 0;
    for (int t = 0; t < polynomial.terms().size(); t++) {
      Term term = polynomial.terms().get(t);
      double product = (double) term.coefficient();
      for (Symbol factor : term.factors()) {
        product *= get(factor, counting, frame, j, i);
      }
      sum = t == 0 ? product : sum + product;
    }
    return sum;
  }

  private double get(Symbol symbol, Axis counting, RuleFrame64 frame, int j, int i) {
    double[][] array = frame.value[rule.index(symbol)];
    return switch (symbol.axis()) {
      case GLOBAL -> array[0][0];
      case PRE -> array[0][counting == Axis.PRE ? j : i];
      case POST -> array[0][counting == Axis.PRE ? i : j];
      case SYNAPSE -> array[j][i];
      case POST_POST, MODULATOR, MODULATOR_POST ->
          throw new IllegalArgumentException(
              "Symbol (%s) stands only inside a product.".formatted(symbol));
    };
  }
}
