package plastron.core.network;

/**
 * On which side of a synapse a latency lies. The two differ only where weights change, for as many
 * steps after each change as the latency has.
 */
public enum DelayPlace {
  /** In front of the synapse: a spike meets the weight of the step in which it arrives. */
  AXON,
  /** Behind it: a spike meets the weight of its own step, and the product travels. */
  DENDRITE
}
