package plastron.core.simulate;

import java.util.Arrays;

/** Spikes of some neurons in the order in which they were sent. */
final class SpikeLog {

  private long[] spikes = new long[64];
  private int size;

  void add(long step, int[] spiking, int count, int from) {
    if (size + count > spikes.length) {
      spikes =
          Arrays.copyOf(
              spikes, Math.max(size + count, Math.addExact(spikes.length, spikes.length / 2)));
    }
    for (int k = 0; k < count; k++) {
      spikes[size++] = (step << Integer.SIZE) | (from + spiking[k]);
    }
  }

  /** Step and neuron of each, in 32 bits each. */
  long[] packed() {
    return Arrays.copyOf(spikes, size);
  }
}
