package plastron.core.plastic;

import java.util.Arrays;
import plastron.core.state.StateVisitor;

/** Spikes under way, by the step in which they arrive. */
final class SpikeQueue {

  private final int[][] rows;
  private final int[] size;
  private final int mask;

  /**
   * @param longest delay, steps
   */
  SpikeQueue(int longest) {
    int slots = Integer.highestOneBit(Math.max(1, longest) * 2 - 1) * 2;
    rows = new int[slots][0];
    size = new int[slots];
    mask = slots - 1;
  }

  void add(long step, int row) {
    int slot = (int) step & mask;
    if (size[slot] == rows[slot].length) {
      rows[slot] = Arrays.copyOf(rows[slot], Math.max(16, 2 * size[slot]));
    }
    rows[slot][size[slot]++] = row;
  }

  /** What arrives in a step, the first {@link #size} of these. */
  int[] due(long step) {
    return rows[(int) step & mask];
  }

  int size(long step) {
    return size[(int) step & mask];
  }

  void state(StateVisitor visitor) {
    visitor.ints(size);
    for (int slot = 0; slot < rows.length; slot++) {
      rows[slot] = Arrays.copyOf(rows[slot], size[slot]);
      visitor.ints(rows[slot]);
    }
  }

  void clear(long step) {
    size[(int) step & mask] = 0;
  }
}
