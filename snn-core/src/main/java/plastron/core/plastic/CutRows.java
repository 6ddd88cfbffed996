package plastron.core.plastic;

import java.util.Arrays;
import java.util.List;
import plastron.core.network.SynapseRows;
import plastron.core.rows.Stretches;

/**
 * Rows of synapses with one pre neuron and delay, cut wherever a post neuron comes a second time.
 */
final class CutRows {

  /** For each pre neuron the number of its first row, and that behind the last. */
  final int[] first;

  /** The pre neuron of each row. */
  int[] pre = new int[16];

  /** The delay of each row, steps. */
  int[] delay = new int[16];

  /** By row. */
  double[][] weights = new double[16][];

  private int[][] targets = new int[16][];
  private int rows;

  /**
   * @param all that a pre neuron may have rows in, of at least one kind
   */
  CutRows(List<Stretches> all) {
    first = new int[all.getFirst().stretch().length];
    for (int j = 0; j + 1 < first.length; j++) {
      for (Stretches some : all) {
        for (int r = some.stretch()[j]; r < some.stretch()[j + 1]; r++) {
          cut(j, some, r);
        }
      }
      first[j + 1] = rows;
    }
    pre = Arrays.copyOf(pre, rows);
    delay = Arrays.copyOf(delay, rows);
    weights = Arrays.copyOf(weights, rows);
  }

  private void cut(int j, Stretches some, int stretch) {
    char[] target = some.target();
    int from = some.begin()[stretch];
    int end = some.begin()[stretch + 1];
    for (int k = from + 1; k <= end; k++) {
      if (k == end || target[k] <= target[k - 1]) {
        add(j, some, stretch, from, k);
        from = k;
      }
    }
  }

  private void add(int j, Stretches some, int stretch, int from, int to) {
    if (rows == pre.length) {
      pre = Arrays.copyOf(pre, 2 * rows);
      delay = Arrays.copyOf(delay, 2 * rows);
      weights = Arrays.copyOf(weights, 2 * rows);
      targets = Arrays.copyOf(targets, 2 * rows);
    }
    pre[rows] = j;
    delay[rows] = some.delay()[stretch];
    int[] target = new int[to - from];
    Arrays.setAll(target, k -> some.target()[from + k]);
    targets[rows] = target;
    double[] weight = new double[to - from];
    Arrays.setAll(weight, k -> some.levels()[some.code()[from + k]]);
    weights[rows++] = weight;
  }

  /** The post neurons of each row. */
  SynapseRows synapses(int neurons) {
    return SynapseRows.of(Arrays.copyOf(targets, rows), neurons);
  }

  boolean isEmpty() {
    return rows == 0;
  }
}
