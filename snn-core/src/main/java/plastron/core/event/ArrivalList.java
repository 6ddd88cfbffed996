package plastron.core.event;

import java.util.Arrays;
import plastron.core.state.StateVisitor;

/** What arrives at the neurons of a population in a step. */
final class ArrivalList {

  private static final int FEW = 4;

  private int[] neurons = new int[FEW];
  private double[] timesMs = new double[FEW];
  private double[] weights = new double[FEW];
  private int size;

  void add(int neuron, double timeMs, double weight) {
    if (size == neurons.length) {
      resize(Math.addExact(size, size));
    }
    neurons[size] = neuron;
    timesMs[size] = timeMs;
    weights[size++] = weight;
  }

  private void resize(int length) {
    neurons = Arrays.copyOf(neurons, length);
    timesMs = Arrays.copyOf(timesMs, length);
    weights = Arrays.copyOf(weights, length);
  }

  /** Takes an arrival. */
  interface Visitor {
    void arrival(int neuron, double timeMs, double weight);
  }

  /** Tells of all, by neuron, then time, then in the order in which they were added. */
  void each(Visitor visitor) {
    long[] order = new long[size];
    Arrays.setAll(order, k -> ((long) neurons[k] << Integer.SIZE) | k);
    Arrays.sort(order);
    for (int k = 1; k < size; k++) {
      // Few arrive at the same neuron.
      long moved = order[k];
      int to = k;
      while (to > 0 && isBehind(order[to - 1], moved)) {
        order[to] = order[--to];
      }
      order[to] = moved;
    }
    for (long k : order) {
      visitor.arrival(neurons[(int) k], timesMs[(int) k], weights[(int) k]);
    }
  }

  private boolean isBehind(long a, long b) {
    return a >>> Integer.SIZE == b >>> Integer.SIZE && timesMs[(int) a] > timesMs[(int) b];
  }

  void state(StateVisitor visitor) {
    size = (int) visitor.number(size);
    resize(size);
    visitor.ints(neurons);
    visitor.doubles(timesMs);
    visitor.doubles(weights);
    resize(Math.max(FEW, size));
  }
}
