package plastron.core.cell;

/**
 * The state of the neurons of a population whose spikes are not bound to the grid. Every neuron has
 * a time of its own. Owned by one thread.
 */
public interface PreciseCells {

  /** Is told of a spike. */
  interface Sink {
    void spike(int neuron, double timeMs);
  }

  /**
   * Moves a neuron on. Whether it has crossed the threshold is looked at at every time of the grid
   * and at the end.
   *
   * @param timeMs not before the time of the neuron
   */
  void advance(int neuron, double timeMs, Sink sink);

  /** A spike arrives at a neuron, at the time of the neuron. */
  void arrive(int neuron, double weight);

  /** Whether a neuron cannot spike before something arrives. */
  boolean isAsleep(int neuron);

  /** Potential of a neuron at its time, mV. */
  double potentialMv(int neuron);
}
