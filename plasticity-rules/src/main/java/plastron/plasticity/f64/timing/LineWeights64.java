package plastron.plasticity.f64.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;

/** The effective weights of the lines of one side, and the reverse. Owned by one thread. */
final class LineWeights64 {

  private final SynapseLines64 lines;
  private final LinePass64 pass;
  private final SeenLines64 values;
  private final SeenLines64 adjoints;
  private final ScratchLines64 scratch = new ScratchLines64();

  LineWeights64(RuleDerivation rule, SynapseLines64 lines, Axis side) {
    this.lines = lines;
    Set<Symbol> used =
        rule.symbols().stream().filter(rule.weight()::uses).collect(Collectors.toSet());
    RowPlan.Output weight = new RowPlan.Output(0, rule.weight(), Bounds.NONE);
    pass = new LinePass64(new RowPlan(rule, side, List.of(weight), used), lines.longest());
    values = new SeenLines64(rule, lines, side, used, SeenLines64.lines(rule));
    adjoints = new SeenLines64(rule, lines, side, used, SeenLines64.lines(rule));
  }

  /**
   * Computes the weights of lines.
   *
   * @param value by symbol, not modified
   * @param weights modified
   * @param neuron whose lines, the first {@code count}
   */
  void forward(double[][][] value, double[][] weights, int[] neuron, int count) {
    for (int from = 0; from < count; from += lines.group()) {
      int taken = Math.min(lines.group(), count - from);
      int length = lines.length(neuron[from]);
      if (length > 0) {
        values.take(value, neuron, from, taken);
        double[][] out = scratch.of(taken, length);
        pass.of(length).forward(values.line, new double[][][] {out});
        lines.put(out, neuron, from, taken, weights);
      }
    }
  }

  /**
   * Spreads the adjoint of what the other side receives by lines.
   *
   * @param value by symbol, not modified
   * @param neuron whose lines, the first {@code count}
   * @param received by neuron of the other side, not modified
   * @param adjoint by symbol, added to
   */
  void reverse(
      double[][][] value, int[] neuron, int count, double[] received, double[][][] adjoint) {
    for (int from = 0; from < count; from += lines.group()) {
      int taken = Math.min(lines.group(), count - from);
      int length = lines.length(neuron[from]);
      if (length > 0) {
        values.take(value, neuron, from, taken);
        adjoints.take(adjoint, neuron, from, taken);
        double[][] given = new double[taken][];
        Arrays.fill(given, lines.along(received, neuron[from]));
        pass.of(length).reverse(values.line, new double[][][] {given}, adjoints.line);
        adjoints.put(adjoint, neuron, from, taken);
      }
    }
  }
}
