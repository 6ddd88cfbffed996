package plastron.plasticity.f64;

import java.util.Set;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;

/**
 * A rule compiled for a layer: the same bits as {@link RuleInterpreter64}, row by row. Owned by one
 * thread.
 */
public final class RuleProgram64 {

  private static final int COMPUTED = -1;

  private final RuleDerivation rule;
  private final Coefficient64[] signal;
  private final int[] signalAt;
  private final MatrixProduct64[] product;
  private final RowProgram64[] row;
  private final Coefficient64[] vector;
  private final RowProgram64 weight;
  private final int weightAt;
  private final double[][] ownWeight;

  /** Compiles a rule for a layer of this shape. */
  public RuleProgram64(RuleDerivation rule, RuleShape64 shape) {
    this.rule = rule;
    int steps = rule.signals().size();
    signal = new Coefficient64[steps];
    signalAt = new int[steps];
    product = new MatrixProduct64[steps];
    for (int s = 0; s < steps; s++) {
      SignalStep step = rule.signals().get(s);
      signalAt[s] = rule.index(step.symbol());
      switch (step) {
        case PolynomialStep p -> signal[s] = new Coefficient64(rule, p.value());
        case DotStep d -> product[s] = new MatrixProduct64(rule, d, shape.rows(), Set.of());
      }
    }
    int updates = rule.updates().size();
    row = new RowProgram64[updates];
    vector = new Coefficient64[updates];
    for (int u = 0; u < updates; u++) {
      NormalUpdate update = rule.updates().get(u);
      if (update.state().axis() == Axis.SYNAPSE) {
        row[u] = new RowProgram64(rule, RowForm.of(update.next(), shape.rows()), shape.columns());
      } else {
        vector[u] = new Coefficient64(rule, update.next());
      }
    }
    weight = new RowProgram64(rule, RowForm.of(rule.weight(), shape.rows()), shape.columns());
    weightAt =
        rule.weight()
            .asSymbol()
            .filter(w -> w.axis() == Axis.SYNAPSE)
            .map(rule::index)
            .orElse(COMPUTED);
    ownWeight = weightAt == COMPUTED ? shape.zeros(Axis.SYNAPSE) : new double[0][];
  }

  /** Computes all signals. {@code frame} is modified: its signals. */
  public void signals(RuleFrame64 frame) {
    for (int s = 0; s < signalAt.length; s++) {
      if (product[s] != null) {
        product[s].forward(frame.value);
      } else {
        signal[s].all(frame.value, frame.value[signalAt[s]][0]);
      }
    }
  }

  /**
   * Computes all signals, then all next values. {@code frame} is modified: its signals and its next
   * values.
   */
  public void update(RuleFrame64 frame) {
    signals(frame);
    for (int u = 0; u < row.length; u++) {
      double[][] out = frame.next[u];
      if (row[u] == null) {
        vector[u].all(frame.value, out[0]);
      } else {
        row[u].prepare(frame.value);
        for (int j = 0; j < out.length; j++) {
          row[u].row(frame.value, j, out[j]);
        }
      }
      Bounds bounds = rule.updates().get(u).state().bounds();
      if (bounds.areFinite()) {
        for (double[] r : out) {
          RowKernels64.clip(r, (double) bounds.low(), (double) bounds.high());
        }
      }
    }
  }

  /**
   * The effective weights: the frame's own array where they are nothing but one symbol, else an
   * array of this program, which the next call overwrites. Not to be modified.
   */
  public double[][] weight(RuleFrame64 frame) {
    if (weightAt != COMPUTED) {
      return frame.value[weightAt];
    }
    weight(frame, ownWeight);
    return ownWeight;
  }

  /**
   * Computes the effective weights.
   *
   * @param out synapse-shaped, overwritten
   */
  public void weight(RuleFrame64 frame, double[][] out) {
    weight.prepare(frame.value);
    for (int j = 0; j < out.length; j++) {
      weight.row(frame.value, j, out[j]);
    }
  }
}
