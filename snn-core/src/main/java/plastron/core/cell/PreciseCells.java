package plastron.core.cell;

import plastron.core.state.StateVisitor;

/**
 * The state of the neurons of a population that go from event to event. Every neuron has a time of
 * its own. Owned by one thread.
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
   * @param timeMs nothing happens if it is before the time of the neuron
   */
  void advance(int neuron, double timeMs, Sink sink);

  /** A spike arrives at a neuron, at the time of the neuron. */
  void arrive(int neuron, double weight);

  /** Whether a neuron cannot spike before something arrives. */
  boolean isAsleep(int neuron);

  /**
   * Potential of a neuron, mV. The neuron stays where it is.
   *
   * @param timeMs not before the time of the neuron; it does not spike until then
   */
  double potentialMv(int neuron, double timeMs);

  /** Shows all that changes. */
  void state(StateVisitor visitor);
}
