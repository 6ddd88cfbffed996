package plastron.core.network;

import java.util.Arrays;
import plastron.core.check.Require;

/** Steps between a spike and its first effect. A spike of step t acts from step t + latency on. */
public sealed interface Latency {

  /** The largest latency of any synapse. */
  int max();

  /** The smallest latency of any synapse. */
  int min();

  /** The latency of one synapse. */
  int of(int pre, int post);

  /**
   * Whether there is a latency for every synapse between {@code nPre} and {@code nPost} neurons.
   */
  boolean fits(int nPre, int nPost);

  /** The same for all synapses. */
  record Uniform(int steps) implements Latency {
    public Uniform {
      if (steps < 0) {
        throw new IllegalArgumentException(
            "Latency (%d steps) must be at least 0.".formatted(steps));
      }
    }

    @Override
    public int max() {
      return steps;
    }

    @Override
    public int min() {
      return steps;
    }

    @Override
    public boolean fits(int nPre, int nPost) {
      return true;
    }

    @Override
    public int of(int pre, int post) {
      return steps;
    }
  }

  /** One latency per presynaptic neuron: delays of axons. */
  final class PerAxon implements Latency {
    private final int[] steps;

    /**
     * @param steps by presynaptic neuron, each at least 0; copied
     */
    public PerAxon(int... steps) {
      this.steps = Require.given("Latencies", steps).clone();
      Arrays.stream(steps).forEach(Uniform::new);
    }

    @Override
    public int max() {
      return Arrays.stream(steps).max().orElse(0);
    }

    @Override
    public int min() {
      return Arrays.stream(steps).min().orElse(0);
    }

    @Override
    public boolean fits(int nPre, int nPost) {
      return steps.length == nPre;
    }

    @Override
    public int of(int pre, int post) {
      return steps[pre];
    }
  }

  /** One latency per synapse. */
  final class PerSynapse implements Latency {
    private final int[][] steps;

    /**
     * @param steps {@code [nPre][nPost]}, each at least 0; copied
     */
    public PerSynapse(int[][] steps) {
      Require.all("Latencies", Arrays.asList(Require.given("Latencies", steps)));
      this.steps = Arrays.stream(steps).map(int[]::clone).toArray(int[][]::new);
      Arrays.stream(steps).flatMapToInt(Arrays::stream).forEach(Uniform::new);
    }

    @Override
    public int max() {
      return Arrays.stream(steps).flatMapToInt(Arrays::stream).max().orElse(0);
    }

    @Override
    public int min() {
      return Arrays.stream(steps).flatMapToInt(Arrays::stream).min().orElse(0);
    }

    @Override
    public boolean fits(int nPre, int nPost) {
      return steps.length == nPre && Arrays.stream(steps).allMatch(row -> row.length == nPost);
    }

    @Override
    public int of(int pre, int post) {
      return steps[pre][post];
    }
  }
}
