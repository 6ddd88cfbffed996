package plastron.slayer.sweep;

import java.util.Arrays;
import plastron.core.memory.ArrayBytes;
import plastron.core.spikes.SpikeRaster;

/**
 * The spikes of a run of steps as lists, by step and by neuron: what walks over spikes use instead
 * of a {@link SpikeRaster}'s bits. Arrays are longer than what they hold; owned by one thread.
 */
public final class SpikeEvents {

  /** Neurons in order of steps, ascending within a step. */
  public int[] neuron = new int[0];

  /** Where each step begins in {@link #neuron}, and one entry more for the end. */
  public int[] ofStep = new int[1];

  /** Steps in order of neurons, ascending for each neuron; as of the last {@link #turn}. */
  public int[] step = new int[0];

  /** Where each neuron begins in {@link #step}, and one entry more; as of {@link #turn}. */
  public int[] ofNeuron = new int[1];

  /** How much longer lists are made than they have to be. */
  private static final double GROWTH = 1.5;

  private static final SpikeRaster NOTHING = new SpikeRaster(0, 1);

  private SpikeRaster before = NOTHING;
  private SpikeRaster raster = NOTHING;
  private int from;
  private int steps;

  /**
   * Bytes of the lists.
   *
   * @param rate spikes per neuron and step; at 1 they cannot become longer
   */
  public static long bytes(int steps, int neurons, double rate) {
    long spikes = (long) (Math.min(1, rate * GROWTH) * steps * neurons);
    return 2 * ArrayBytes.of(spikes, Integer.BYTES)
        + ArrayBytes.of(steps + 1L, Integer.BYTES)
        + ArrayBytes.of(neurons + 2L, Integer.BYTES);
  }

  /**
   * Lists the spikes of steps {@code first} (inclusive) to {@code to} (exclusive), counted from
   * {@code first}; there are none before step 0.
   */
  public void read(SpikeRaster spikes, int first, int to) {
    read(NOTHING, spikes, first, to);
  }

  /**
   * The same where other spikes come before step 0.
   *
   * @param past their last step is the one before step 0; before their first there are none
   */
  public void read(SpikeRaster past, SpikeRaster spikes, int first, int to) {
    before = past;
    raster = spikes;
    from = first;
    steps = to - from;
    int earlier = before.steps();
    long ofPast =
        before.count(Math.clamp(from + earlier, 0, earlier), Math.clamp(to + earlier, 0, earlier));
    int count = Math.toIntExact(ofPast + (to <= 0 ? 0 : raster.count(Math.max(from, 0), to)));
    if (neuron.length < count) {
      neuron = new int[(int) Math.min((long) (count * GROWTH), (long) steps * spikes.neurons())];
    }
    if (ofStep.length <= steps) {
      ofStep = new int[steps + 1];
    }
    int at = 0;
    for (int t = 0; t < steps; t++) {
      ofStep[t] = at;
      int of = from + t;
      if (of >= 0) {
        at = raster.spikes(of, neuron, at);
      } else if (of + earlier >= 0) {
        at = before.spikes(of + earlier, neuron, at);
      }
    }
    ofStep[steps] = at;
  }

  /** What came before step 0 of what was read last. */
  public SpikeRaster before() {
    return before;
  }

  /** What was read last. */
  public SpikeRaster raster() {
    return raster;
  }

  /** The first step that was read; below 0 if some of them are before the episode. */
  public int from() {
    return from;
  }

  /** Number of steps read. */
  public int steps() {
    return steps;
  }

  /** Number of spikes read. */
  public int count() {
    return ofStep[steps];
  }

  /** Fills the lists by neuron. */
  public void turn() {
    int count = ofStep[steps];
    int neurons = raster.neurons();
    if (ofNeuron.length != neurons + 2) {
      ofNeuron = new int[neurons + 2];
    } else {
      Arrays.fill(ofNeuron, 0);
    }
    if (step.length < count) {
      step = new int[neuron.length];
    }
    for (int k = 0; k < count; k++) {
      ofNeuron[neuron[k] + 2]++;
    }
    for (int j = 2; j < ofNeuron.length; j++) {
      ofNeuron[j] += ofNeuron[j - 1];
    }
    for (int t = 0; t < steps; t++) {
      for (int k = ofStep[t]; k < ofStep[t + 1]; k++) {
        step[ofNeuron[neuron[k] + 1]++] = t;
      }
    }
  }
}
