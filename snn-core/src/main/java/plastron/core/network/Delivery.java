package plastron.core.network;

/**
 * Which weight a spike is multiplied by while weights change. The two agree for fixed weights and
 * differ for a few kernel time constants after every trace update.
 */
public enum Delivery {
  /**
   * The current weight times the whole filtered spike train (equation 7 of the SpikePropamine
   * paper).
   */
  TRACE,
  /** The weight at the step in which the spike arrives at the synapse, as chips do it. */
  ARRIVAL
}
