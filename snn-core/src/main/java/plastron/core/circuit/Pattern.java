package plastron.core.circuit;

import java.util.Arrays;
import plastron.core.check.Require;

/**
 * Which synapses there are between two populations. A neuron may reach itself and, where a pattern
 * says so, another one several times.
 */
public sealed interface Pattern {

  /** Throws {@link IllegalArgumentException} if there are no such synapses for these sizes. */
  default void check(String connections, int pre, int post) {}

  /** How many synapses are to be expected. */
  double expected(int pre, int post);

  /** Every pre neuron reaches every post neuron once. */
  record AllToAll() implements Pattern {
    @Override
    public double expected(int pre, int post) {
      return (double) pre * post;
    }
  }

  /** Pre neuron i reaches post neuron i. */
  record OneToOne() implements Pattern {
    @Override
    public void check(String connections, int pre, int post) {
      if (pre != post) {
        throw new IllegalArgumentException(
            "Connections %s (one to one) are from %d to %d neurons, expected as many on both sides."
                .formatted(connections, pre, post));
      }
    }

    @Override
    public double expected(int pre, int post) {
      return post;
    }
  }

  /**
   * Every pair of neurons has a synapse with the same probability, independently of all others.
   *
   * @param p from 0 to 1
   */
  record Probability(double p) implements Pattern {
    public Probability {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "Probability (%s) of synapses must lie in [0, 1].".formatted(p));
      }
    }

    @Override
    public double expected(int pre, int post) {
      return p * pre * post;
    }
  }

  /**
   * Every post neuron has the same number of synapses, their pre neurons drawn with replacement.
   *
   * @param count synapses of a post neuron, at least 0
   */
  record InDegree(int count) implements Pattern {
    public InDegree {
      if (count < 0) {
        throw new IllegalArgumentException("In-degree (%d) must be at least 0.".formatted(count));
      }
    }

    @Override
    public double expected(int pre, int post) {
      return (double) count * post;
    }
  }

  /**
   * So many synapses, both ends of each drawn with replacement.
   *
   * @param count of all together, at least 0
   */
  record Total(long count) implements Pattern {
    public Total {
      if (count < 0) {
        throw new IllegalArgumentException(
            "Number of synapses (%d) must be at least 0.".formatted(count));
      }
    }

    @Override
    public double expected(int pre, int post) {
      return count;
    }
  }

  /** Those of a list. */
  final class Listed implements Pattern {
    private final int[] pre;
    private final int[] post;

    /**
     * @param pre pre neuron of every synapse; copied
     * @param post its post neuron; copied
     */
    public Listed(int[] pre, int[] post) {
      this.pre = Require.given("Pre neurons", pre).clone();
      this.post = Require.given("Post neurons", post).clone();
      if (pre.length != post.length) {
        throw new IllegalArgumentException(
            "List of synapses has %d pre and %d post neurons, expected as many of both."
                .formatted(pre.length, post.length));
      }
    }

    @Override
    public void check(String connections, int pres, int posts) {
      for (int k = 0; k < pre.length; k++) {
        if (pre[k] < 0 || pre[k] >= pres || post[k] < 0 || post[k] >= posts) {
          throw new IllegalArgumentException(
              "Synapse %d of connections %s is from neuron %d to neuron %d, expected 0 to %d and 0 to %d."
                  .formatted(k, connections, pre[k], post[k], pres - 1, posts - 1));
        }
      }
    }

    @Override
    public double expected(int pre, int post) {
      return this.pre.length;
    }

    /** How many synapses there are. */
    public int size() {
      return pre.length;
    }

    /** The pre neuron of a synapse. */
    public int pre(int synapse) {
      return pre[synapse];
    }

    /** The post neuron of a synapse. */
    public int post(int synapse) {
      return post[synapse];
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Listed l && Arrays.equals(pre, l.pre) && Arrays.equals(post, l.post);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(pre) + Arrays.hashCode(post);
    }
  }
}
