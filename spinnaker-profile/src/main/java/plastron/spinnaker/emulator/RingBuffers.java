package plastron.spinnaker.emulator;

import java.util.Arrays;

/**
 * The input on its way to the neurons of a core: one unsigned 16-bit sum per delay slot, synapse
 * type and neuron (section 4 of the SpiNNaker reference data). A sum that needs a 17th bit becomes
 * 65535 and is counted. Single owner, not thread-safe; nothing here allocates after construction.
 */
public final class RingBuffers {

  /** Synapse type of excitatory input. */
  public static final int EXCITATORY = 0;

  /** Synapse type of inhibitory input. */
  public static final int INHIBITORY = 1;

  /** The largest sum a slot holds. */
  public static final int MAX = 0xFFFF;

  private final int types;
  private final int slotMask;
  private final int[][] rows;
  private long saturations;

  /**
   * Allocates empty buffers.
   *
   * @param neurons at least 1
   * @param types number of synapse types, at least 1
   * @param delayBits log2 of the number of delay slots, 0 to 14
   */
  public RingBuffers(int neurons, int types, int delayBits) {
    if (neurons < 1 || types < 1 || delayBits < 0 || delayBits > RowFormat.MAX_BITS) {
      throw new IllegalArgumentException(
          "neurons (%d) and types (%d) must be at least 1 and delay bits (%d) within 0 to %d"
              .formatted(neurons, types, delayBits, RowFormat.MAX_BITS));
    }
    this.types = types;
    this.slotMask = (1 << delayBits) - 1;
    this.rows = new int[types << delayBits][neurons];
  }

  private int[] row(int time, int delay, int type) {
    return rows[((time + delay) & slotMask) * types + type];
  }

  /**
   * Adds one weight.
   *
   * @param time the step in which the synapse is processed, at least 0
   * @param delay steps, 0 to 2^delayBits - 1
   * @param type synapse type
   * @param neuron post neuron
   * @param raw weight, 0 to 65535
   */
  public void add(int time, int delay, int type, int neuron, int raw) {
    int[] row = row(time, delay, type);
    int sum = row[neuron] + raw;
    if (sum > MAX) {
      sum = MAX;
      saturations++;
    }
    row[neuron] = sum;
  }

  /**
   * Adds a row of signed weights of one delay: positive ones to the excitatory slots, negative ones
   * with their magnitude to the inhibitory slots. Needs two types.
   *
   * @param weights one for each neuron, -65535 to 65535; not modified
   */
  public void addSigned(int time, int delay, int[] weights) {
    saturations +=
        addPart(row(time, delay, EXCITATORY), weights, 1)
            + addPart(row(time, delay, INHIBITORY), weights, -1);
  }

  private static int addPart(int[] row, int[] weights, int sign) {
    int saturated = 0;
    for (int j = 0; j < row.length; j++) {
      int sum = row[j] + Math.max(sign * weights[j], 0);
      // branch-free so that the loop vectorises: bit 16 is the overflow
      saturated += sum >>> 16;
      row[j] = Math.min(sum, MAX);
    }
    return saturated;
  }

  /**
   * Reads the sums of a step and empties them.
   *
   * @param time the step that starts, at least 0
   * @param type synapse type
   * @param into length at least the number of neurons; overwritten
   */
  public void take(int time, int type, int[] into) {
    int[] row = row(time, 0, type);
    System.arraycopy(row, 0, into, 0, row.length);
    Arrays.fill(row, 0);
  }

  /** Empties everything; the counter stays. */
  public void clear() {
    for (int[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** How many additions reached the limit and lost input. */
  public long saturations() {
    return saturations;
  }
}
