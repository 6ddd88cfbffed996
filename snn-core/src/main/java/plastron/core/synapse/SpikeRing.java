package plastron.core.synapse;

import java.util.Arrays;

/** Spikes on their way: what arrives in the present and the next steps, one list a step. */
final class SpikeRing {

  private final int[][] slots;
  private final int[] counts;
  private int now;

  /** A ring in which every one of {@code n} senders arrives at most once in a step. */
  SpikeRing(int maxDelay, int n) {
    slots = new int[maxDelay + 1][n];
    counts = new int[maxDelay + 1];
  }

  /** Goes to the next step; the list of the step just left is emptied. */
  void advance() {
    counts[now] = 0;
    now = now + 1 == slots.length ? 0 : now + 1;
  }

  /** Sends a spike that arrives {@code delay} steps from now, at most the largest delay. */
  void send(int sender, int delay) {
    int slot = now + delay;
    slot = slot < slots.length ? slot : slot - slots.length;
    slots[slot][counts[slot]++] = sender;
  }

  /** Who arrives in the present step, in the first {@link #count()} entries; live. */
  int[] arrivals() {
    return slots[now];
  }

  int count() {
    return counts[now];
  }

  void reset() {
    Arrays.fill(counts, 0);
    now = 0;
  }
}
