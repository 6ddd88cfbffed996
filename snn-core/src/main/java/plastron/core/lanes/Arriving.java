package plastron.core.lanes;

import java.util.Arrays;

/**
 * What arrives over one channel at the neurons of a block in a step: a sum of weights for each, or,
 * where nothing but synapses of one weight has spikes for them, how many. Counts take an eighth of
 * the memory of sums, and need not be made into sums first. Owned by one thread.
 */
public final class Arriving {

  private static final byte[] NONE = new byte[0];

  private final double[] sums;
  private int at;
  private byte[] counts = NONE;
  private boolean isCounted;
  private double weight;

  /**
   * Sums of all neurons.
   *
   * @param sums not copied
   * @param at where that of the first neuron is
   */
  public Arriving(double[] sums, int at) {
    this.sums = sums;
    this.at = at;
  }

  /**
   * Sums of all channels, a row behind the other.
   *
   * @param row length of each
   */
  public static Arriving[] channels(double[] sums, int row) {
    Arriving[] channels = new Arriving[sums.length / row];
    Arrays.setAll(channels, channel -> new Arriving(sums, channel * row));
    return channels;
  }

  /** From now on the sums from a place on. */
  public void summed(int place) {
    at = place;
    counts = NONE;
    isCounted = false;
  }

  /**
   * From now on counts.
   *
   * @param of not copied
   * @param place where that of the first neuron is
   * @param each what one stands for
   */
  public void counted(byte[] of, int place, double each) {
    counts = of;
    at = place;
    weight = each;
    isCounted = true;
  }

  /** Whether it is counts. */
  public boolean isCounted() {
    return isCounted;
  }

  /** What arrives at a neuron. */
  public double of(int neuron) {
    return isCounted() ? weight * counts[at + neuron] : sums[at + neuron];
  }

  /** The sums; not up to date where there are counts. */
  public double[] sums() {
    return sums;
  }

  /** The counts; empty where there are none. */
  public byte[] counts() {
    return counts;
  }

  /** Where the first neuron's is. */
  public int at() {
    return at;
  }

  /** What one spike stands for. */
  public double weight() {
    return weight;
  }
}
