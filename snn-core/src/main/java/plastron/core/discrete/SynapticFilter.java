package plastron.core.discrete;

/** What a neuron makes of the spikes that arrive, before they move its potential. */
public enum SynapticFilter {
  /** A spike is its weight times {@code a^k} after k steps. */
  FIRST_ORDER,

  /** A spike is its weight times {@code k a^k} after k steps, so nothing at first. */
  SECOND_ORDER
}
