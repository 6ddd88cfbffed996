package plastron.plasticity.f64;

import java.util.List;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * The specification of a trace update: one entry at a time, every operation in the order that
 * {@link RowForm} gives. {@link RuleProgram64} must agree bit for bit.
 */
public final class RuleInterpreter64 {

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
      RowForm form = RowForm.of(update.next(), rows);
      Axis axis = update.state().axis();
      double low = (double) update.state().bounds().low();
      double high = (double) update.state().bounds().high();
      double[][] out = frame.next[u];
      for (int j = 0; j < out.length; j++) {
        for (int i = 0; i < out[j].length; i++) {
          double raw =
              axis == Axis.SYNAPSE
                  ? entry(form, frame, j, i)
                  : polynomial(update.next(), frame, i, i);
          out[j][i] = raw < low ? low : raw > high ? high : raw;
        }
      }
    }
  }

  /**
   * Computes the effective weights.
   *
   * @param out synapse-shaped, overwritten
   */
  public void weight(RuleFrame64 frame, double[][] out) {
    RowForm form = RowForm.of(rule.weight(), rows);
    for (int j = 0; j < out.length; j++) {
      for (int i = 0; i < out[j].length; i++) {
        out[j][i] = entry(form, frame, j, i);
      }
    }
  }

  private double signal(SignalStep step, RuleFrame64 frame, int i) {
    return switch (step) {
      case PolynomialStep p -> polynomial(p.value(), frame, i, i);
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

  private double entry(RowForm form, RuleFrame64 frame, int j, int i) {
    double sum = 0;
    for (int t = 0; t < form.terms().size(); t++) {
      RowForm.RowTerm term = form.terms().get(t);
      double product = polynomial(term.coefficient(), frame, j, i);
      List<Symbol> column = term.monomial().column();
      if (!column.isEmpty()) {
        double q = get(column.get(0), frame, j, i);
        for (Symbol factor : column.subList(1, column.size())) {
          q *= get(factor, frame, j, i);
        }
        product *= q;
      }
      for (Symbol factor : term.monomial().synapse()) {
        product *= get(factor, frame, j, i);
      }
      sum = t == 0 ? product : sum + product;
    }
    return sum;
  }

  private double polynomial(Polynomial polynomial, RuleFrame64 frame, int j, int i) {
    double sum = 0;
    for (int t = 0; t < polynomial.terms().size(); t++) {
      Term term = polynomial.terms().get(t);
      double product = (double) term.coefficient();
      for (Symbol factor : term.factors()) {
        product *= get(factor, frame, j, i);
      }
      sum = t == 0 ? product : sum + product;
    }
    return sum;
  }

  private double get(Symbol symbol, RuleFrame64 frame, int j, int i) {
    double[][] array = frame.value[rule.index(symbol)];
    return switch (symbol.axis()) {
      case GLOBAL -> array[0][0];
      case PRE -> array[0][rows == Axis.PRE ? j : i];
      case POST -> array[0][rows == Axis.PRE ? i : j];
      case SYNAPSE -> array[j][i];
      case POST_POST, MODULATOR, MODULATOR_POST ->
          throw new IllegalArgumentException(
              "Symbol (%s) stands only inside a product.".formatted(symbol));
    };
  }
}
