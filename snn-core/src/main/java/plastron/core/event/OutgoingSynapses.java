package plastron.core.event;

import java.util.function.DoubleUnaryOperator;
import plastron.core.rows.SynapseDraws;

/** The synapses of connections by their pre neuron, in the order in which they are drawn. */
final class OutgoingSynapses {

  /** Post neuron, weight and delay. */
  private static final double SYNAPSE = 4 + 8 + 8;

  /** Where a row begins. */
  private static final double ROW = 4;

  private final int population;
  private final int[] begin;
  private final int[] post;
  private final double[] weight;
  private final double[] delayMs;

  /**
   * @param population that receives
   * @param pre neurons that send
   * @param neurons that receive
   */
  OutgoingSynapses(SynapseDraws drawn, int population, int pre, int neurons) {
    this.population = population;
    begin = new int[pre + 1];
    drawn.each(0, neurons, (j, i, w, d) -> begin[j + 1]++);
    for (int j = 0; j < pre; j++) {
      begin[j + 1] = Math.addExact(begin[j + 1], begin[j]);
    }
    post = new int[begin[pre]];
    weight = new double[post.length];
    delayMs = new double[post.length];
    int[] next = begin.clone();
    DoubleUnaryOperator kept = drawn.keptWeights();
    drawn.each(
        0,
        neurons,
        (j, i, w, d) -> {
          post[next[j]] = i;
          weight[next[j]] = kept.applyAsDouble(w);
          delayMs[next[j]++] = d;
        });
  }

  /** About how many bytes so many synapses take. */
  static double bytes(double synapses, double pre) {
    return SYNAPSE * synapses + 2 * ROW * pre;
  }

  /** Is told of a synapse. */
  interface Visitor {
    void synapse(int population, int post, double weight, double delayMs);
  }

  void each(int pre, Visitor visitor) {
    for (int k = begin[pre]; k < begin[pre + 1]; k++) {
      visitor.synapse(population, post[k], weight[k], delayMs[k]);
    }
  }

  /** How many synapses a neuron has. */
  int degree(int pre) {
    return begin[pre + 1] - begin[pre];
  }

  long size() {
    return post.length;
  }

  long bytes() {
    return (long) (SYNAPSE * post.length + ROW * begin.length);
  }
}
