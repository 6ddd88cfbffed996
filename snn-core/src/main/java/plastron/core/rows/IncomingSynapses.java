package plastron.core.rows;

import plastron.core.state.StateVisitor;

/** Synapses from one population to one block of another, at work. Owned by one thread. */
public interface IncomingSynapses {

  /**
   * Delivers spikes. All of a step come, in ascending order and maybe in several calls, before
   * {@link #endOfStep}.
   *
   * @param step in which they were sent
   * @param spikes numbers of pre neurons
   * @param begin first of them
   * @param end behind the last
   */
  void deliver(long step, int[] spikes, int begin, int end);

  /** Nothing else was sent in this step. */
  default void endOfStep(long step) {}

  /** Whether {@link #arrive} is to be called before each step of the neurons. */
  default boolean isPunctual() {
    return false;
  }

  /** Lets what is due in a step arrive, before the neurons take it. */
  default void arrive(long step) {}

  /** Tells of all weights that may change. */
  default void weights(WeightVisitor visitor) {}

  /** Shows what spikes have changed. */
  default void state(StateVisitor visitor) {}

  /** Over how many synapses spikes of a pre neuron go. */
  int degree(int pre);

  /** How many synapses there are. */
  long size();

  /** Bytes. */
  long bytes();
}
