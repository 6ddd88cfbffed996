package plastron.loihi.emulator;

import java.util.Arrays;

/**
 * The neurons of one population that spiked in one step, in ascending order when a neuron model
 * filled it.
 */
public final class SpikeList {

  private final int[] indices;
  private int size;

  /**
   * An empty list.
   *
   * @param neurons size of the population, at least 0
   */
  public SpikeList(int neurons) {
    indices = new int[neurons];
  }

  /** Forgets all spikes. */
  public void clear() {
    size = 0;
  }

  /** Adds a spike; each neuron at most once a step. */
  public void add(int neuron) {
    indices[size++] = neuron;
  }

  /**
   * Replaces the content.
   *
   * @param spikes indices, each at most once, not modified
   */
  public void set(int[] spikes) {
    System.arraycopy(spikes, 0, indices, 0, spikes.length);
    size = spikes.length;
  }

  /** How many neurons spiked. */
  public int size() {
    return size;
  }

  /** The neuron of one spike, {@code 0 <= k < size()}. */
  public int get(int k) {
    return indices[k];
  }

  /** Size of the population. */
  public int neurons() {
    return indices.length;
  }

  /** A copy of the indices. */
  public int[] toArray() {
    return Arrays.copyOf(indices, size);
  }
}
