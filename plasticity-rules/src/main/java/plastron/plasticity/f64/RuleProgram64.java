package plastron.plasticity.f64;

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

  private final RuleDerivation rule;
  private final Coefficient64[] signal;
  private final int[] signalAt;
  private final int[][] dot;
  private final boolean[] turned;
  private final RowProgram64[] row;
  private final Coefficient64[] vector;
  private final RowProgram64 weight;

  /** Compiles a rule for a layer of this shape. */
  public RuleProgram64(RuleDerivation rule, RuleShape64 shape) {
    this.rule = rule;
    int steps = rule.signals().size();
    signal = new Coefficient64[steps];
    signalAt = new int[steps];
    dot = new int[steps][];
    turned = new boolean[steps];
    for (int s = 0; s < steps; s++) {
      SignalStep step = rule.signals().get(s);
      signalAt[s] = rule.index(step.symbol());
      switch (step) {
        case PolynomialStep p -> signal[s] = new Coefficient64(rule, p.value());
        case DotStep d -> {
          dot[s] = new int[] {rule.index(d.matrix()), rule.index(d.vector())};
          turned[s] = d.matrix().axis() == Axis.SYNAPSE && shape.rows() == Axis.POST;
        }
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
  }

  /** Computes all signals. {@code frame} is modified: its signals. */
  public void signals(RuleFrame64 frame) {
    for (int s = 0; s < signalAt.length; s++) {
      double[] out = frame.value[signalAt[s]][0];
      if (dot[s] == null) {
        signal[s].all(frame.value, out);
      } else if (turned[s]) {
        productByTarget(frame.value[dot[s][0]], frame.value[dot[s][1]][0], out);
      } else {
        product(frame.value[dot[s][0]], frame.value[dot[s][1]][0], out);
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

  /** {@code out = sum over from of vector[from] matrix[from]}; {@code out} is overwritten. */
  private static void product(double[][] matrix, double[] vector, double[] out) {
    RowKernels64.set(out, 0);
    for (int from = 0; from < vector.length; from++) {
      // A silent neuron contributes nothing, whatever its synapses hold.
      if (vector[from] != 0) {
        RowKernels64.add(out, vector[from], matrix[from]);
      }
    }
  }

  /**
   * {@code out[to] = sum over from of vector[from] matrix[to][from]}, in order; {@code out} is
   * overwritten.
   */
  private static void productByTarget(double[][] matrix, double[] vector, double[] out) {
    for (int to = 0; to < out.length; to++) {
      double sum = 0;
      for (int from = 0; from < vector.length; from++) {
        if (vector[from] != 0) {
          sum += vector[from] * matrix[to][from];
        }
      }
      out[to] = sum;
    }
  }
}
