package plastron.core.synapse;

import java.util.Arrays;

/** What arrives in the present and the next steps, one row a step. */
final class DelayRing {

  private final float[][] slots;
  private int now;

  DelayRing(int maxDelay, int n) {
    slots = new float[maxDelay + 1][n];
  }

  /** Goes to the next step; the row of the step just left is emptied. */
  void advance() {
    Arrays.fill(slots[now], 0);
    now = now + 1 == slots.length ? 0 : now + 1;
  }

  /** The row of {@code delay} steps from now, at most the largest delay. */
  float[] in(int delay) {
    int slot = now + delay;
    return slots[slot < slots.length ? slot : slot - slots.length];
  }

  void reset() {
    for (float[] slot : slots) {
      Arrays.fill(slot, 0);
    }
    now = 0;
  }
}
