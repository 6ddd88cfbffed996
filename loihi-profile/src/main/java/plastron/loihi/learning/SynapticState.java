package plastron.loihi.learning;

import plastron.loihi.emulator.SynapticRows;

/** The variables of all synapses, {@code [pre][post]}. */
final class SynapticState {

  final int[][] weights;
  final int[][] tags;
  final int[][] delays;
  private final int[][][] start;

  SynapticState(InitialSynapses initial) {
    start =
        new int[][][] {
          SynapticRows.transposed(initial.weights(), initial.pre()),
          SynapticRows.transposed(initial.tags(), initial.pre()),
          SynapticRows.transposed(initial.delays(), initial.pre())
        };
    weights = new int[initial.pre()][initial.post()];
    tags = new int[initial.pre()][initial.post()];
    delays = new int[initial.pre()][initial.post()];
    reset();
  }

  /** Puts all variables back to their values before the first step. */
  void reset() {
    copy(start[0], weights);
    copy(start[1], tags);
    copy(start[2], delays);
  }

  private static void copy(int[][] from, int[][] to) {
    for (int j = 0; j < from.length; j++) {
      System.arraycopy(from[j], 0, to[j], 0, from[j].length);
    }
  }
}
