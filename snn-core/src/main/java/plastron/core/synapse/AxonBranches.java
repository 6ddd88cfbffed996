package plastron.core.synapse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import plastron.core.network.Latency;
import plastron.core.network.Projection;

/**
 * The branches of axons: synapses of one pre neuron that its spikes reach after the same delay.
 *
 * @param pre by branch, the neuron that it belongs to
 * @param delay by branch, in steps
 * @param posts by branch, the post neurons that it leads to; no rows if every neuron has one branch
 *     for all its synapses
 * @param fanOut of a branch that leads to all of a neuron's synapses
 * @param of by neuron, its branches
 */
record AxonBranches(int[] pre, int[] delay, int[][] posts, FanOut fanOut, int[][] of) {

  static AxonBranches of(Projection projection, int nPre, int nPost) {
    Latency latency = projection.latency();
    FanOut fanOut = FanOut.of(projection.synapses());
    if (!(latency instanceof Latency.PerSynapse)) {
      return new AxonBranches(
          IntStream.range(0, nPre).toArray(),
          IntStream.range(0, nPre).map(j -> latency.of(j, 0)).toArray(),
          new int[0][],
          fanOut,
          IntStream.range(0, nPre).mapToObj(j -> new int[] {j}).toArray(int[][]::new));
    }
    List<int[]> posts = new ArrayList<>();
    List<Integer> pre = new ArrayList<>();
    List<Integer> delay = new ArrayList<>();
    int[][] of = new int[nPre][];
    for (int j = 0; j < nPre; j++) {
      int neuron = j;
      int first = posts.size();
      int[] own = IntStream.range(0, nPost).map(i -> latency.of(neuron, i)).toArray();
      for (int d : Arrays.stream(own).distinct().sorted().toArray()) {
        pre.add(j);
        delay.add(d);
        posts.add(IntStream.range(0, nPost).filter(i -> own[i] == d).toArray());
      }
      of[j] = IntStream.range(first, posts.size()).toArray();
    }
    return new AxonBranches(
        pre.stream().mapToInt(Integer::intValue).toArray(),
        delay.stream().mapToInt(Integer::intValue).toArray(),
        posts.toArray(int[][]::new),
        fanOut,
        of);
  }

  int count() {
    return pre.length;
  }

  /**
   * Adds {@code factor} times the weights of a branch's synapses to {@code out}, by post neuron.
   */
  void add(float[] out, float factor, float[][] weights, int branch) {
    float[] row = weights[pre[branch]];
    if (posts.length == 0) {
      fanOut.add(out, factor, row, pre[branch]);
      return;
    }
    for (int i : posts[branch]) {
      out[i] += factor * row[i];
    }
  }
}
