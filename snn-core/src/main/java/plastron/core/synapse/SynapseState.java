package plastron.core.synapse;

import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Projection;

/**
 * The synapses of one projection: weights as rows per pre neuron and what is under way. In every
 * step: {@link #advance()}, {@link #deliver} (before or after the receivers' step, before it where
 * a latency is 0), {@link #addCurrent}, {@link #finish()}. Owned by one thread.
 */
public sealed interface SynapseState permits ArrivalSynapses, AxonSynapses, TraceSynapses {

  /**
   * A state at rest with the projection's weights.
   *
   * @param changing whether the weights will change; if not, both kinds of delivery and both places
   *     of a delay are the same and the cheapest is taken
   */
  static SynapseState of(Projection projection, int nPre, int nPost, boolean changing) {
    boolean delayed = projection.latency().max() > 0;
    if (changing && delayed && projection.place() == DelayPlace.AXON) {
      return new AxonSynapses(projection, nPre, nPost);
    }
    return changing && projection.delivery() == Delivery.TRACE
        ? new TraceSynapses(projection, nPre, nPost)
        : new ArrivalSynapses(projection, nPost);
  }

  /** Goes to the next step. */
  void advance();

  /**
   * Takes in the spikes of the pre neurons in the present step: the first {@code count} entries of
   * {@code spikes}.
   */
  void deliver(int[] spikes, int count);

  /** Adds the current of the present step to {@code current}, by post neuron. */
  void addCurrent(float[] current);

  /** Ends the step, when all spikes have been delivered. */
  void finish();

  /** The weights as {@link Projection#weights()}, live. */
  float[][] weights();

  /** Must be called between two steps when {@link #weights()} have been changed. */
  void weightsChanged();

  /** Returns to rest; leaves the weights as they are. */
  void reset();
}
