package plastron.export.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.rule.SpikeTrace;

/**
 * What single spikes do to the states of one projection's rule: in every step first on pre, then on
 * post, with traces as they were before. Owned by one thread.
 */
final class SpikeReplay {

  private final RuleDerivation rule;
  private final List<SpikeTrace> traces;
  private final List<Added> onPre;
  private final List<Added> onPost;

  /** A state and the terms of its next value, each with where its factors are. */
  private record Added(int state, Bounds bounds, double[] coefficients, int[][] factors) {}

  SpikeReplay(RuleDerivation rule) {
    this.rule = rule;
    traces = rule.rule().timing().traces();
    onPre = rule.onPre().stream().map(this::added).toList();
    onPost = rule.onPost().stream().map(this::added).toList();
  }

  private Added added(NormalUpdate update) {
    List<Term> terms = update.next().terms();
    return new Added(
        rule.index(update.state()),
        update.state().bounds(),
        terms.stream().mapToDouble(Term::coefficient).toArray(),
        terms.stream()
            .map(t -> t.factors().stream().mapToInt(rule::index).toArray())
            .toArray(int[][]::new));
  }

  /** The states that spikes change. */
  List<Symbol> states() {
    List<Symbol> states = new ArrayList<>();
    rule.onPre().forEach(update -> states.add(update.state()));
    rule.onPost().forEach(update -> states.add(update.state()));
    return states;
  }

  /**
   * Changes the states that the spikes of a step change.
   *
   * @param frame modified
   * @return whether there was a spike
   */
  boolean act(RuleFrame64 frame, SpikeRaster pre, SpikeRaster post, int t) {
    for (SpikeTrace trace : traces) {
      double[] values = of(frame, trace);
      for (int n = 0; n < values.length; n++) {
        values[n] *= trace.decay();
      }
    }
    int[] fired = new int[Math.max(pre.neurons(), post.neurons())];
    int[] before = Arrays.copyOf(fired, pre.spikes(t, fired));
    int[] behind = Arrays.copyOf(fired, post.spikes(t, fired));
    for (int j : before) {
      for (int i = 0; i < post.neurons(); i++) {
        change(frame, onPre, j, i);
      }
    }
    for (int j = 0; j < pre.neurons() && behind.length > 0; j++) {
      for (int i : behind) {
        change(frame, onPost, j, i);
      }
    }
    return before.length + behind.length > 0;
  }

  /** The spikes of the step enter the traces. */
  void enter(RuleFrame64 frame, SpikeRaster pre, SpikeRaster post, int t) {
    for (SpikeTrace trace : traces) {
      double[] values = of(frame, trace);
      SpikeRaster raster = trace.symbol().axis() == Axis.PRE ? pre : post;
      for (int n = 0; n < values.length; n++) {
        if (raster.get(t, n)) {
          values[n] = trace.entry() == SpikeTrace.Entry.SET ? 1 : values[n] + 1;
        }
      }
    }
  }

  private double[] of(RuleFrame64 frame, SpikeTrace trace) {
    return frame.value[rule.index(trace.symbol())][0];
  }

  private void change(RuleFrame64 frame, List<Added> updates, int j, int i) {
    double[] next = new double[updates.size()];
    for (int u = 0; u < next.length; u++) {
      Added update = updates.get(u);
      for (int k = 0; k < update.coefficients().length; k++) {
        double product = update.coefficients()[k];
        for (int factor : update.factors()[k]) {
          product *= at(frame, factor, j, i);
        }
        next[u] += product;
      }
    }
    for (int u = 0; u < next.length; u++) {
      frame.value[updates.get(u).state()][j][i] = updates.get(u).bounds().clip(next[u]);
    }
  }

  private double at(RuleFrame64 frame, int symbol, int j, int i) {
    double[][] value = frame.value[symbol];
    return switch (rule.symbols().get(symbol).axis()) {
      case SYNAPSE -> value[j][i];
      case PRE -> value[0][j];
      case POST -> value[0][i];
      default -> value[0][0];
    };
  }
}
