package plastron.core.simulate;

import java.util.Arrays;

/** Spikes of the neurons of a block in the order in which they were sent, and how many of each. */
final class SpikeLog {

  private final int from;
  private final int[] sent;
  private long[] spikes = new long[64];
  private int size;

  /**
   * @param from number of the first neuron in its population
   * @param to behind the last
   */
  SpikeLog(int from, int to) {
    this.from = from;
    sent = new int[to - from];
  }

  /**
   * Takes in the spikes of a step.
   *
   * @param spiking neurons of the block
   */
  void add(long step, int[] spiking, int count) {
    if (size + count > spikes.length) {
      spikes =
          Arrays.copyOf(
              spikes, Math.max(size + count, Math.addExact(spikes.length, spikes.length / 2)));
    }
    for (int k = 0; k < count; k++) {
      spikes[size++] = GridSpikes.packed(step, from + spiking[k]);
      sent[spiking[k]]++;
    }
  }

  /** Step and neuron of each that was not forgotten, as {@link GridSpikes} has them. */
  long[] packed() {
    return Arrays.copyOf(spikes, size);
  }

  /** Forgets all spikes, but not how many they were. */
  void forget() {
    size = 0;
  }

  /** Number of the first neuron in its population. */
  int from() {
    return from;
  }

  /** How many spikes each neuron has sent, forgotten ones included. */
  int[] sent() {
    return sent;
  }
}
