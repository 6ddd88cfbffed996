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
import plastron.plasticity.expr.Symbol;

/**
 * The reverse of a trace update and of the effective weight, derived from the rule's normal form. A
 * clipped entry passes its adjoint where the value before clipping lay within the bounds. Owned by
 * one thread.
 */
public final class RuleAdjoint64 {

  private final RuleDerivation rule;
  private final RowProgram64[] forward;
  private final Coefficient64[] vectorForward;
  private final RowAdjoint64[] row;
  private final VectorAdjoint64[] vector;
  private final RowAdjoint64 weight;
  private final MatrixProduct64[] product;
  private final VectorAdjoint64[] signal;
  private final int[] signalAt;
  private final boolean[] isLive;
  private final double[][] raw;
  private final double[][] masked;

  /** Compiles the reverse of a rule for a layer of this shape, with the adjoints of all symbols. */
  public RuleAdjoint64(RuleDerivation rule, RuleShape64 shape) {
    this(rule, shape, Set.copyOf(rule.symbols()));
  }

  /**
   * Compiles the reverse of a rule for a layer of this shape.
   *
   * @param wanted symbols whose adjoints are computed, besides those of the signals on the way to
   *     them; arrays of other symbols are neither read nor modified
   */
  public RuleAdjoint64(RuleDerivation rule, RuleShape64 shape, Set<Symbol> wanted) {
    this.rule = rule;
    Set<Symbol> live = rule.dependents(wanted);
    int updates = rule.updates().size();
    forward = new RowProgram64[updates];
    vectorForward = new Coefficient64[updates];
    row = new RowAdjoint64[updates];
    vector = new VectorAdjoint64[updates];
    raw = new double[updates][];
    masked = new double[updates][];
    for (int u = 0; u < updates; u++) {
      NormalUpdate update = rule.updates().get(u);
      if (update.state().axis() == Axis.SYNAPSE) {
        forward[u] =
            new RowProgram64(rule, RowForm.of(update.next(), shape.rows()), shape.columns());
        row[u] = new RowAdjoint64(rule, update.next(), shape, live);
      } else {
        vectorForward[u] = new Coefficient64(rule, update.next());
        vector[u] = new VectorAdjoint64(rule, update.next(), live);
      }
      raw[u] = new double[shape.zeros(update.state().axis())[0].length];
      masked[u] = new double[raw[u].length];
    }
    weight = new RowAdjoint64(rule, rule.weight(), shape, live);
    int steps = rule.signals().size();
    product = new MatrixProduct64[steps];
    signal = new VectorAdjoint64[steps];
    signalAt = new int[steps];
    isLive = new boolean[steps];
    for (int s = 0; s < steps; s++) {
      SignalStep step = rule.signals().get(s);
      signalAt[s] = rule.index(step.symbol());
      isLive[s] = live.contains(step.symbol());
      switch (step) {
        case PolynomialStep p -> signal[s] = new VectorAdjoint64(rule, p.value(), live);
        case DotStep d -> product[s] = new MatrixProduct64(rule, d, shape.rows(), live);
      }
    }
  }

  /**
   * Reverses one update.
   *
   * @param frame the update's values with the old states and the signals, not modified
   * @param nextAdjoint by update, adjoint of the state's next value, not modified
   * @param adjoint by symbol, added to; adjoints of signals must be 0 on entry and are left
   *     modified
   */
  public void update(RuleFrame64 frame, double[][][] nextAdjoint, double[][][] adjoint) {
    for (int u = 0; u < row.length; u++) {
      Bounds bounds = rule.updates().get(u).state().bounds();
      if (row[u] == null) {
        vector[u].reverse(frame.value, masked(bounds, u, frame, nextAdjoint[u][0]), adjoint);
      } else {
        rows(u, bounds, frame, nextAdjoint[u], adjoint);
      }
    }
    for (int s = signal.length - 1; s >= 0; s--) {
      if (!isLive[s]) {
        continue;
      }
      if (product[s] != null) {
        product[s].reverse(frame.value, adjoint);
      } else {
        signal[s].reverse(frame.value, adjoint[signalAt[s]][0], adjoint);
      }
    }
  }

  /**
   * Reverses the effective weight.
   *
   * @param frame the values with the states that formed the weight, not modified
   * @param weightAdjoint synapse-shaped, not modified
   * @param adjoint by symbol, added to
   */
  public void weight(RuleFrame64 frame, double[][] weightAdjoint, double[][][] adjoint) {
    weight.prepare(frame.value);
    for (int j = 0; j < weightAdjoint.length; j++) {
      weight.row(frame.value, j, weightAdjoint[j], adjoint);
    }
  }

  private void rows(
      int u, Bounds bounds, RuleFrame64 frame, double[][] nextAdjoint, double[][][] adjoint) {
    row[u].prepare(frame.value);
    if (bounds.areFinite()) {
      forward[u].prepare(frame.value);
    }
    for (int j = 0; j < nextAdjoint.length; j++) {
      double[] rowAdjoint = nextAdjoint[j];
      if (bounds.areFinite()) {
        forward[u].row(frame.value, j, raw[u]);
        RowKernels64.passWithin(
            masked[u], rowAdjoint, raw[u], (double) bounds.low(), (double) bounds.high());
        rowAdjoint = masked[u];
      }
      row[u].row(frame.value, j, rowAdjoint, adjoint);
    }
  }

  private double[] masked(Bounds bounds, int u, RuleFrame64 frame, double[] nextAdjoint) {
    if (!bounds.areFinite()) {
      return nextAdjoint;
    }
    vectorForward[u].all(frame.value, raw[u]);
    RowKernels64.passWithin(
        masked[u], nextAdjoint, raw[u], (double) bounds.low(), (double) bounds.high());
    return masked[u];
  }
}
