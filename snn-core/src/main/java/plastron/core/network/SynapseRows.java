package plastron.core.network;

import java.util.Arrays;
import plastron.core.check.Require;
import plastron.core.memory.ArrayBytes;

/**
 * Which neurons of one population reach which of another: for each pre neuron the post neurons, in
 * ascending order. Synapses are numbered pre neuron by pre neuron; arrays with a number for each
 * have a row for every pre neuron, as long as it has synapses.
 */
public final class SynapseRows {

  private final int post;
  private final int[] begin;
  private final int[] target;

  private SynapseRows(int post, int[] begin, int[] target) {
    this.post = post;
    this.begin = begin;
    this.target = target;
  }

  /**
   * The synapses of lists.
   *
   * @param rows for each pre neuron the post neurons that it reaches, strictly ascending; copied
   * @param post number of post neurons, at least 1
   * @throws IllegalArgumentException if a list is not ascending or names no post neuron
   */
  public static SynapseRows of(int[][] rows, int post) {
    Require.all("Rows of synapses", Arrays.asList(Require.given("Rows of synapses", rows)));
    int[] begin = new int[rows.length + 1];
    for (int j = 0; j < rows.length; j++) {
      begin[j + 1] = Math.addExact(begin[j], rows[j].length);
      int before = -1;
      for (int i : rows[j]) {
        if (i <= before || i >= post) {
          throw new IllegalArgumentException(
              "Synapses of pre neuron %d reach post neuron (%d) after (%d), expected ascending numbers from 0 to %d."
                  .formatted(j, i, before, post - 1));
        }
        before = i;
      }
    }
    int[] target = new int[begin[rows.length]];
    for (int j = 0; j < rows.length; j++) {
      System.arraycopy(rows[j], 0, target, begin[j], rows[j].length);
    }
    return new SynapseRows(post, begin, target);
  }

  /** Number of pre neurons. */
  public int pre() {
    return begin.length - 1;
  }

  /** Number of post neurons. */
  public int post() {
    return post;
  }

  /** Number of synapses. */
  public int size() {
    return target.length;
  }

  /** Number of the first synapse of a pre neuron; of the number of pre neurons: {@link #size}. */
  public int begin(int pre) {
    return begin[pre];
  }

  /** How many synapses a pre neuron has. */
  public int degree(int pre) {
    return begin[pre + 1] - begin[pre];
  }

  /** The largest {@link #degree}. */
  public int maxDegree() {
    int most = 0;
    for (int j = 0; j < pre(); j++) {
      most = Math.max(most, degree(j));
    }
    return most;
  }

  /** The post neuron of every synapse, by its number; not copied: treat as read-only. */
  public int[] targets() {
    return target;
  }

  /** Whether every pre neuron reaches every post neuron. */
  public boolean isComplete() {
    return size() == (long) pre() * post;
  }

  /** Bytes of the lists. */
  public long bytes() {
    return ArrayBytes.of(begin.length, Integer.BYTES) + ArrayBytes.of(size(), Integer.BYTES);
  }

  /**
   * Bytes of an array with a number for every synapse.
   *
   * @param element bytes of a number
   */
  public long bytes(int element) {
    long bytes = ArrayBytes.rows(pre(), 0, element) - pre() * ArrayBytes.of(0, element);
    for (int j = 0; j < pre(); j++) {
      bytes += ArrayBytes.of(degree(j), element);
    }
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SynapseRows rows
        && post == rows.post
        && Arrays.equals(begin, rows.begin)
        && Arrays.equals(target, rows.target);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * post + Arrays.hashCode(begin)) + Arrays.hashCode(target);
  }

  @Override
  public String toString() {
    return "%d synapses from %d to %d neurons".formatted(size(), pre(), post);
  }
}
