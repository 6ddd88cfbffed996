package plastron.plasticity.f64.timing;

import plastron.core.memory.ArrayBytes;
import plastron.core.network.SynapseRows;
import plastron.plasticity.expr.Axis;

/** Lines of sparse synapses, one at a time, of either side. */
final class SparseLines64 extends SynapseLines64 {

  /** Where each neuron's synapses begin in the lists, and one entry more. */
  private final int[] begin;

  /** By synapse: the row that it is in, its place there, and the neuron of the other side. */
  private final int[] row;

  private final int[] place;
  private final int[] other;
  private final int longest;

  SparseLines64(SynapseRows synapses, Axis side) {
    boolean pre = side == Axis.PRE;
    begin = new int[(pre ? synapses.pre() : synapses.post()) + 1];
    row = new int[synapses.targets().length];
    place = new int[row.length];
    other = new int[row.length];
    for (int j = 0; j < synapses.pre(); j++) {
      for (int k = 0; k < synapses.degree(j); k++) {
        begin[(pre ? j : synapses.targets()[synapses.begin(j) + k]) + 1]++;
      }
    }
    int most = 0;
    for (int n = 1; n < begin.length; n++) {
      most = Math.max(most, begin[n]);
      begin[n] += begin[n - 1];
    }
    longest = most;
    list(synapses, pre);
  }

  private void list(SynapseRows synapses, boolean pre) {
    int[] next = begin.clone();
    for (int j = 0; j < synapses.pre(); j++) {
      for (int k = 0; k < synapses.degree(j); k++) {
        int i = synapses.targets()[synapses.begin(j) + k];
        int at = next[pre ? j : i]++;
        row[at] = j;
        place[at] = k;
        other[at] = pre ? i : j;
      }
    }
  }

  /** Bytes of the lists of both sides. */
  static long bytes(SynapseRows synapses) {
    return ArrayBytes.rows(6, synapses.size(), Integer.BYTES)
        + ArrayBytes.of(synapses.pre() + 1L, Integer.BYTES)
        + ArrayBytes.of(synapses.post() + 1L, Integer.BYTES);
  }

  @Override
  int group() {
    return 1;
  }

  @Override
  int length(int neuron) {
    return begin[neuron + 1] - begin[neuron];
  }

  @Override
  int longest() {
    return longest;
  }

  @Override
  double[][] room() {
    return new double[1][longest];
  }

  @Override
  void take(double[][] matrix, int[] neuron, int from, int count, double[][] lines) {
    int first = begin[neuron[from]];
    for (int s = first; s < begin[neuron[from] + 1]; s++) {
      lines[0][s - first] = matrix[row[s]][place[s]];
    }
  }

  @Override
  void open(double[][] matrix, int[] neuron, int from, int count, double[][] lines) {}

  @Override
  void put(double[][] lines, int[] neuron, int from, int count, double[][] matrix) {
    int first = begin[neuron[from]];
    for (int s = first; s < begin[neuron[from] + 1]; s++) {
      matrix[row[s]][place[s]] = lines[0][s - first];
    }
  }

  @Override
  double[] along(double[] vector, int neuron) {
    double[] line = new double[length(neuron)];
    for (int s = 0; s < line.length; s++) {
      line[s] = vector[other[begin[neuron] + s]];
    }
    return line;
  }

  @Override
  void putAlong(double[] line, int neuron, double[] vector) {
    for (int s = 0; s < line.length; s++) {
      vector[other[begin[neuron] + s]] = line[s];
    }
  }
}
