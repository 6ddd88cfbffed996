package plastron.plasticity.f64.timing;

import java.util.Arrays;
import java.util.List;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.rule.SpikeTrace;

/**
 * The traces of the spikes of both sides of one site, step by step: {@link #decay}, then everything
 * that reads them, then {@link #enter} for every spike. They are the arrays of their symbols.
 */
public final class SpikeTraces64 {

  private final int[] symbol;
  private final Axis[] side;
  private final double[] factor;
  private final boolean[] set;

  public SpikeTraces64(RuleDerivation rule) {
    List<SpikeTrace> traces = rule.rule().timing().traces();
    symbol = traces.stream().mapToInt(trace -> rule.index(trace.symbol())).toArray();
    side = traces.stream().map(trace -> trace.symbol().axis()).toArray(Axis[]::new);
    factor = new double[symbol.length];
    set = new boolean[symbol.length];
    for (int s = 0; s < symbol.length; s++) {
      factor[s] = (double) traces.get(s).decay();
      set[s] = traces.get(s).entry() == SpikeTrace.Entry.SET;
    }
  }

  /** Indices of their symbols. */
  public int[] symbols() {
    return symbol.clone();
  }

  /** A step begins. {@code value} is modified: the traces. */
  public void decay(double[][][] value) {
    for (int s = 0; s < symbol.length; s++) {
      double[] row = value[symbol[s]][0];
      for (int n = 0; n < row.length; n++) {
        row[n] *= factor[s];
      }
    }
  }

  /**
   * A step ends in which a neuron's spike took effect.
   *
   * @param axis PRE or POST, on which side
   * @param value modified: the traces
   */
  public void enter(Axis axis, int neuron, double[][][] value) {
    for (int s = 0; s < symbol.length; s++) {
      if (side[s] == axis) {
        double[] row = value[symbol[s]][0];
        row[neuron] = set[s] ? 1 : row[neuron] + 1;
      }
    }
  }

  /**
   * The reverse of {@link #enter} for all neurons of a side: where a trace is set, as {@code x +
   * spike (1 - x)}.
   *
   * @param spikes that entered, in the first {@code count} entries
   * @param value the traces before, not modified
   * @param adjoint by symbol: of the traces after, replaced by those before
   * @param spikeAdjoint by neuron, added to; empty where nobody reads it
   */
  public void enterAdjoint(
      Axis axis,
      int[] spikes,
      int count,
      double[][][] value,
      double[][][] adjoint,
      double[] spikeAdjoint) {
    for (int s = 0; s < symbol.length; s++) {
      if (side[s] != axis) {
        continue;
      }
      double[] of = adjoint[symbol[s]][0];
      double[] before = value[symbol[s]][0];
      for (int n = 0; n < spikeAdjoint.length; n++) {
        spikeAdjoint[n] += set[s] ? of[n] * (1 - before[n]) : of[n];
      }
      for (int k = 0; set[s] && k < count; k++) {
        of[spikes[k]] = 0;
      }
    }
  }

  /** The reverse of {@link #decay}. {@code adjoint} is modified: those of the traces. */
  public void decayAdjoint(double[][][] adjoint) {
    decay(adjoint);
  }

  /** Forgets the adjoints of everything later. {@code adjoint} is modified: those of the traces. */
  public void clear(double[][][] adjoint) {
    for (int s : symbol) {
      Arrays.fill(adjoint[s][0], 0);
    }
  }
}
