package plastron.core.network;

import java.util.Arrays;
import java.util.SplittableRandom;
import plastron.core.random.Seeds;

/**
 * How synapses are drawn where nobody lists them. The same seed gives the same synapses on every
 * machine. A neuron may reach itself.
 */
public sealed interface ConnectionRule {

  /** Throws {@link IllegalArgumentException} if there are no such synapses for these sizes. */
  default void check(int pre, int post) {}

  /** Draws the synapses between two populations; see {@link #check}. */
  SynapseRows draw(int pre, int post, long seed);

  /**
   * Every synapse is there with the same probability, independently of all others.
   *
   * @param p the probability, from 0 to 1
   */
  record FixedProbability(double p) implements ConnectionRule {
    public FixedProbability {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "Probability (%s) of synapses must lie in [0, 1].".formatted(p));
      }
    }

    @Override
    public SynapseRows draw(int pre, int post, long seed) {
      int[][] rows = new int[pre][];
      int[] row = new int[post];
      for (int j = 0; j < pre; j++) {
        SplittableRandom random = new SplittableRandom(Seeds.then(seed, j));
        int count = 0;
        for (int i = 0; i < post; i++) {
          if (random.nextDouble() < p) {
            row[count++] = i;
          }
        }
        rows[j] = Arrays.copyOf(row, count);
      }
      return SynapseRows.of(rows, post);
    }
  }

  /**
   * Every post neuron is reached by the same number of pre neurons, all choices being equally
   * likely.
   *
   * @param count pre neurons of each post neuron, at least 0
   */
  record FixedInDegree(int count) implements ConnectionRule {
    public FixedInDegree {
      if (count < 0) {
        throw new IllegalArgumentException("In-degree (%d) must be at least 0.".formatted(count));
      }
    }

    @Override
    public void check(int pre, int post) {
      if (count > pre) {
        throw new IllegalArgumentException(
            "In-degree (%d) must be at most the %d pre neurons.".formatted(count, pre));
      }
    }

    @Override
    public SynapseRows draw(int pre, int post, long seed) {
      check(pre, post);
      int[][] chosen = new int[post][];
      int[] degree = new int[pre];
      for (int i = 0; i < post; i++) {
        chosen[i] = choose(pre, new SplittableRandom(Seeds.then(seed, i)));
        for (int j : chosen[i]) {
          degree[j]++;
        }
      }
      int[][] rows = new int[pre][];
      Arrays.setAll(rows, j -> new int[degree[j]]);
      Arrays.fill(degree, 0);
      for (int i = 0; i < post; i++) {
        for (int j : chosen[i]) {
          rows[j][degree[j]++] = i;
        }
      }
      return SynapseRows.of(rows, post);
    }

    /** The first of a shuffled list of all pre neurons. */
    private int[] choose(int pre, SplittableRandom random) {
      int[] all = new int[pre];
      Arrays.setAll(all, j -> j);
      for (int k = 0; k < count; k++) {
        int other = k + random.nextInt(pre - k);
        int swapped = all[k];
        all[k] = all[other];
        all[other] = swapped;
      }
      return Arrays.copyOf(all, count);
    }
  }
}
