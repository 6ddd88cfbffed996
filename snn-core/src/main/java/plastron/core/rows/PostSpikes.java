package plastron.core.rows;

import java.util.Arrays;
import plastron.core.state.StateVisitor;

/**
 * The last spikes of the neurons of a block, each with the trace of its neuron after it: as many as
 * plastic synapses may still ask for. Owned by one thread.
 */
public final class PostSpikes implements SpikeListener {

  /** Before all steps. */
  public static final int NEVER = Integer.MIN_VALUE / 2;

  private final DecayTable decay;
  private final int span;
  private final int[] count;
  private int capacity = 4;
  private int[] steps;
  private double[] traces;

  /** What most synapses ask for, next to each other: they find it in a near cache. */
  private final int[] newest;

  private final int[] second;
  private final double[] trace;

  /**
   * @param neurons of the block
   * @param decay of the trace
   * @param span steps after which no synapse asks for a spike any more
   */
  PostSpikes(int neurons, DecayTable decay, int span) {
    this.decay = decay;
    this.span = span;
    count = new int[neurons];
    steps = new int[neurons * capacity];
    traces = new double[neurons * capacity];
    newest = new int[neurons];
    second = new int[neurons];
    trace = new double[neurons];
    Arrays.fill(newest, NEVER);
    Arrays.fill(second, NEVER);
  }

  @Override
  public void add(long step, int[] spiking, int spikes) {
    for (int k = 0; k < spikes; k++) {
      add((int) step, spiking[k]);
    }
  }

  private void add(int step, int neuron) {
    int number = count[neuron];
    if (number >= capacity && step - steps[place(neuron, number)] < span) {
      grow();
    }
    double before = 0;
    if (number > 0) {
      int last = place(neuron, number - 1);
      before = traces[last] * decay.at(step - steps[last]);
    }
    int place = place(neuron, number);
    steps[place] = step;
    traces[place] = before + 1;
    count[neuron]++;
    second[neuron] = newest[neuron];
    newest[neuron] = step;
    trace[neuron] = before + 1;
  }

  private void grow() {
    int[] oldSteps = steps;
    double[] oldTraces = traces;
    int old = capacity;
    capacity *= 2;
    steps = new int[Math.multiplyExact(count.length, capacity)];
    traces = new double[steps.length];
    for (int i = 0; i < count.length; i++) {
      for (int n = Math.max(0, count[i] - old); n < count[i]; n++) {
        steps[place(i, n)] = oldSteps[i * old + (n & (old - 1))];
        traces[place(i, n)] = oldTraces[i * old + (n & (old - 1))];
      }
    }
  }

  /** How many spikes a neuron has sent. */
  public int count(int neuron) {
    return count[neuron];
  }

  /** The step of the newest spike of a neuron, {@link #NEVER} if there is none. */
  public int newest(int neuron) {
    return newest[neuron];
  }

  /** The step of the spike before its newest, likewise. */
  public int second(int neuron) {
    return second[neuron];
  }

  /** The trace of a neuron after its newest spike. */
  public double trace(int neuron) {
    return trace[neuron];
  }

  /** The first of its spikes that is kept. */
  public int first(int neuron) {
    return Math.max(0, count[neuron] - capacity);
  }

  /** How many spikes a neuron has sent up to a step, or the number of the first that is kept. */
  public int upTo(int neuron, int step) {
    return upTo(neuron, step, count[neuron]);
  }

  /** The same among its first so many. */
  public int upTo(int neuron, int step, int number) {
    int first = first(neuron);
    while (number > first && steps[place(neuron, number - 1)] > step) {
      number--;
    }
    return number;
  }

  /** The step of a spike that is kept, by neuron and number. */
  public int step(int neuron, int number) {
    return steps[place(neuron, number)];
  }

  /** The trace of a neuron after a spike that is kept, likewise. */
  public double trace(int neuron, int number) {
    return traces[place(neuron, number)];
  }

  /** Where a spike that is kept is found, by neuron and number. */
  public int place(int neuron, int number) {
    return neuron * capacity + (number & (capacity - 1));
  }

  /** The step of every spike that is kept, by place; replaced when more are kept. */
  public int[] steps() {
    return steps;
  }

  /** The trace of its neuron after every spike that is kept, likewise. */
  public double[] traces() {
    return traces;
  }

  void state(StateVisitor visitor) {
    visitor.ints(count);
    int kept = Math.toIntExact(visitor.number(capacity));
    if (kept != capacity) {
      capacity = kept;
      steps = new int[Math.multiplyExact(count.length, capacity)];
      traces = new double[steps.length];
    }
    visitor.ints(steps);
    visitor.doubles(traces);
    for (int i = 0; i < count.length; i++) {
      newest[i] = count[i] > 0 ? step(i, count[i] - 1) : NEVER;
      second[i] = count[i] > 1 ? step(i, count[i] - 2) : NEVER;
      trace[i] = count[i] > 0 ? trace(i, count[i] - 1) : 0;
    }
  }

  /** Bytes. */
  public long bytes() {
    return 20L * count.length + 12L * steps.length;
  }
}
