package plastron.plasticity.f64.row;

import java.util.Arrays;
import java.util.Set;
import plastron.core.network.SynapseRows;
import plastron.plasticity.code.RowPassCode;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * The arrays of a layer, seen as those of a layer with a single pre neuron and only the post
 * neurons that it reaches: what a pass over rows needs to work on one sparse row. Owned by one
 * thread.
 */
final class SparseRow64 {

  private static final double[][] UNUSED = new double[0][];

  /** By symbol, or by update or output, as in the arrays that are seen; those of one row. */
  final double[][][] row;

  private final SynapseRows synapses;
  private final int[] bySynapse;
  private final int[] byPre;
  private final int[] byPost;
  private final int[] global;

  private SparseRow64(
      SynapseRows synapses, int count, int[] bySynapse, int[] byPre, int[] byPost, int[] global) {
    this.synapses = synapses;
    this.bySynapse = bySynapse;
    this.byPre = byPre;
    this.byPost = byPost;
    this.global = global;
    row = new double[count][][];
    Arrays.fill(row, UNUSED);
    for (int s : bySynapse) {
      row[s] = new double[1][];
    }
    for (int s : byPre) {
      row[s] = new double[1][1];
    }
    for (int s : byPost) {
      row[s] = new double[1][synapses.maxDegree()];
    }
  }

  /** A view of arrays by symbol; of others than {@code used} nothing is seen. */
  static SparseRow64 ofSymbols(RuleDerivation rule, SynapseRows synapses, Set<Symbol> used) {
    return new SparseRow64(
        synapses,
        rule.symbols().size(),
        indices(rule, used, Axis.SYNAPSE),
        indices(rule, used, Axis.PRE),
        indices(rule, used, Axis.POST),
        indices(rule, used, Axis.GLOBAL));
  }

  private static int[] indices(RuleDerivation rule, Set<Symbol> used, Axis axis) {
    return used.stream().filter(s -> s.axis() == axis).mapToInt(rule::index).sorted().toArray();
  }

  /** A view of {@code count} arrays; of others than {@code used}, all synapse-shaped, nothing. */
  static SparseRow64 ofOutputs(SynapseRows synapses, int count, int[] used) {
    return new SparseRow64(synapses, count, used, new int[0], new int[0], new int[0]);
  }

  /**
   * The length of the longest row among those that one pass serves, by {@link #pass}; 0 if there
   * are none.
   */
  static int[] longest(SynapseRows synapses) {
    int[] longest = new int[RowPassCode.SHORT_ROW + 2];
    for (int j = 0; j < synapses.pre(); j++) {
      int degree = synapses.degree(j);
      longest[pass(degree)] = Math.max(longest[pass(degree)], degree);
    }
    return longest;
  }

  /** Which pass serves rows of a length: every short length has its own. */
  static int pass(int degree) {
    return Math.min(degree, RowPassCode.SHORT_ROW + 1);
  }

  /** Goes to the row of a pre neuron; what it has one number for each synapse of is seen live. */
  void take(double[][][] arrays, int pre) {
    for (int s : bySynapse) {
      row[s][0] = arrays[s][pre];
    }
    for (int s : byPre) {
      row[s][0][0] = arrays[s][0][pre];
    }
    for (int s : byPost) {
      gather(arrays[s][0], synapses, pre, row[s][0]);
    }
    for (int s : global) {
      row[s] = arrays[s];
    }
  }

  /** Puts what has changed in the row back; {@code arrays} are modified. */
  void put(double[][][] arrays, int pre) {
    for (int s : byPre) {
      arrays[s][0][pre] = row[s][0][0];
    }
    int[] target = synapses.targets();
    int begin = synapses.begin(pre);
    int degree = synapses.degree(pre);
    for (int s : byPost) {
      double[] from = row[s][0];
      double[] to = arrays[s][0];
      for (int k = 0; k < degree; k++) {
        to[target[begin + k]] = from[k];
      }
    }
  }

  /** {@code out[k] = from[post neuron of synapse k of pre]}. */
  static void gather(double[] from, SynapseRows synapses, int pre, double[] out) {
    int[] target = synapses.targets();
    int begin = synapses.begin(pre);
    int degree = synapses.degree(pre);
    for (int k = 0; k < degree; k++) {
      out[k] = from[target[begin + k]];
    }
  }
}
