package plastron.core.synapse;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import plastron.core.network.Latency;

/**
 * Delays as arrays.
 *
 * @param max the largest delay
 * @param perPre by pre neuron; empty if delays are by synapse
 * @param perSynapse {@code [nPre][nPost]}; empty if delays are by pre neuron
 */
record DelayTable(int max, int[] perPre, int[][] perSynapse) {

  static DelayTable of(Latency latency, int nPre, int nPost) {
    if (latency instanceof Latency.PerSynapse) {
      int[][] table = new int[nPre][nPost];
      for (int j = 0; j < nPre; j++) {
        int pre = j;
        Arrays.setAll(table[j], post -> latency.of(pre, post));
      }
      return new DelayTable(latency.max(), new int[0], table);
    }
    return new DelayTable(
        latency.max(), IntStream.range(0, nPre).map(j -> latency.of(j, 0)).toArray(), new int[0][]);
  }

  boolean isPerSynapse() {
    return perSynapse.length > 0;
  }

  /** The same table with every delay replaced. */
  DelayTable map(IntUnaryOperator change) {
    return new DelayTable(
        change.applyAsInt(max),
        Arrays.stream(perPre).map(change).toArray(),
        Arrays.stream(perSynapse)
            .map(row -> Arrays.stream(row).map(change).toArray())
            .toArray(int[][]::new));
  }

  /** The delays that occur, ascending. */
  int[] distinct() {
    IntStream all =
        isPerSynapse()
            ? Arrays.stream(perSynapse).flatMapToInt(Arrays::stream)
            : Arrays.stream(perPre);
    return all.distinct().sorted().toArray();
  }
}
