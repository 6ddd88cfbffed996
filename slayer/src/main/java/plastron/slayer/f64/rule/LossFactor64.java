package plastron.slayer.f64.rule;

import java.util.Arrays;
import java.util.List;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleShape64;

/** A factor of a {@link FlooredProduct} for all neurons of a side, or for all synapses. */
final class LossFactor64 {

  /** Where its numbers differ: PRE, POST or SYNAPSE. */
  final Axis axis;

  /** The factor as it is, laid out as in frames. */
  final double[][] real;

  /** The factor that an engine of whole numbers has. */
  final double[][] whole;

  private final RuleShape64 shape;
  private final List<Symbol> symbols;
  private final int[] indices;
  private final boolean fixed;
  private final double unit;
  private final double low;
  private final double high;
  private final double constant;

  /**
   * @throws IllegalArgumentException if the rule has no such symbols
   */
  LossFactor64(RuleDerivation rule, RuleShape64 shape, FlooredProduct.Factor form) {
    this.shape = shape;
    symbols = form.symbols().stream().map(name -> symbol(rule, name)).toList();
    indices = symbols.stream().mapToInt(rule::index).toArray();
    fixed = symbols.stream().allMatch(symbol -> symbol.role() == Role.PARAMETER);
    axis =
        isOn(Axis.PRE) || isOn(Axis.GLOBAL) ? Axis.PRE : isOn(Axis.POST) ? Axis.POST : Axis.SYNAPSE;
    unit = (double) form.unit();
    low = (double) form.low();
    high = (double) form.high();
    constant = (double) form.constant();
    real = shape.zeros(axis);
    whole = shape.zeros(axis);
  }

  private boolean isOn(Axis side) {
    return symbols.stream().allMatch(s -> s.axis() == side || s.axis() == Axis.GLOBAL);
  }

  private static Symbol symbol(RuleDerivation rule, String name) {
    return rule.symbols().stream()
        .filter(symbol -> symbol.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Rule %s has no symbol (%s) to multiply.".formatted(rule.rule().name(), name)));
  }

  /** Reads parameters: all of a factor that has nothing else. */
  void load(RuleFrame64 frame) {
    if (fixed) {
      fill(frame);
    }
  }

  /** Reads what changes. */
  void read(RuleFrame64 frame) {
    if (!fixed) {
      fill(frame);
    }
  }

  private void fill(RuleFrame64 frame) {
    for (int r = 0; r < real.length; r++) {
      double[] row = real[r];
      Arrays.fill(row, symbols.isEmpty() ? 0 : 1 / unit);
      for (int s = 0; s < indices.length; s++) {
        multiply(frame.value[indices[s]], symbols.get(s).axis(), r, row);
      }
      double[] held = whole[r];
      for (int c = 0; c < row.length; c++) {
        double units = Math.max(row[c], low);
        row[c] = units + constant;
        held[c] = Math.min((double) Math.rint(units), high) + constant;
      }
    }
  }

  private void multiply(double[][] value, Axis of, int r, double[] row) {
    boolean ofRow = axis == Axis.SYNAPSE && of == shape.rows();
    for (int c = 0; c < row.length; c++) {
      row[c] *=
          of == Axis.SYNAPSE
              ? value[r][c]
              : of == Axis.GLOBAL
                  ? value[0][0]
                  : value[0][ofRow ? r : axis == Axis.SYNAPSE ? column(shape, r, c) : c];
    }
  }

  /** The neuron that a synapse of a row has on the other side. */
  static int column(RuleShape64 shape, int r, int c) {
    return shape.synapses().isEmpty()
        ? c
        : shape.synapses().get().targets()[shape.synapses().get().begin(r) + c];
  }
}
