package plastron.plasticity.f64.timing;

import java.util.Arrays;
import java.util.Set;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * Arrays by symbol, seen as those of a layer that has only the lines of a few neurons: what a pass
 * over rows needs to work on them. Owned by one thread.
 */
final class SeenLines64 {

  private static final double[][] UNUSED = new double[0][];

  /** By symbol, those that are seen; of others what other views put there. */
  final double[][][] line;

  private final SynapseLines64 lines;
  private final int[] synapse;
  private final int[] across;
  private final int[] along;
  private final int[] global;

  /**
   * @param side whose neurons have the lines
   * @param seen symbols
   * @param line see {@link #lines}, those of {@code seen} are set
   */
  SeenLines64(
      RuleDerivation rule, SynapseLines64 lines, Axis side, Set<Symbol> seen, double[][][] line) {
    this.line = line;
    this.lines = lines;
    synapse = indices(rule, seen, Axis.SYNAPSE);
    across = indices(rule, seen, side);
    along = indices(rule, seen, side == Axis.PRE ? Axis.POST : Axis.PRE);
    global = indices(rule, seen, Axis.GLOBAL);
    for (int s : synapse) {
      line[s] = lines.room();
    }
    for (int s : across) {
      line[s] = new double[1][SynapseLines64.AT_ONCE];
    }
    for (int s : along) {
      line[s] = new double[1][];
    }
  }

  /** Room for views of a rule's symbols, which share a pass. */
  static double[][][] lines(RuleDerivation rule) {
    double[][][] lines = new double[rule.symbols().size()][][];
    Arrays.fill(lines, UNUSED);
    return lines;
  }

  private static int[] indices(RuleDerivation rule, Set<Symbol> seen, Axis axis) {
    return seen.stream().filter(s -> s.axis() == axis).mapToInt(rule::index).sorted().toArray();
  }

  /**
   * Goes to the lines of {@code count} neurons, those from entry {@code from} on. What is not
   * copied is seen live.
   */
  void take(double[][][] arrays, int[] neuron, int from, int count) {
    for (int s : synapse) {
      lines.take(arrays[s], neuron, from, count, line[s]);
    }
    for (int s : across) {
      for (int k = 0; k < count; k++) {
        line[s][0][k] = arrays[s][0][neuron[from + k]];
      }
    }
    for (int s : along) {
      line[s][0] = lines.along(arrays[s][0], neuron[from]);
    }
    for (int s : global) {
      line[s] = arrays[s];
    }
  }

  /**
   * The same for synapse-shaped arrays whose lines are overwritten, see {@link
   * SynapseLines64#open}.
   */
  void open(double[][][] arrays, int[] neuron, int from, int count) {
    for (int s : synapse) {
      lines.open(arrays[s], neuron, from, count, line[s]);
    }
  }

  /** Puts what may have changed in the lines back; {@code arrays} are modified. */
  void put(double[][][] arrays, int[] neuron, int from, int count) {
    for (int s : synapse) {
      lines.put(line[s], neuron, from, count, arrays[s]);
    }
    for (int s : across) {
      for (int k = 0; k < count; k++) {
        arrays[s][0][neuron[from + k]] = line[s][0][k];
      }
    }
    for (int s : along) {
      lines.putAlong(line[s][0], neuron[from], arrays[s][0]);
    }
  }
}
