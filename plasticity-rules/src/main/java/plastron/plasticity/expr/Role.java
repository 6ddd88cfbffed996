package plastron.plasticity.expr;

/** What a symbol is to a rule; decides where its gradient goes. */
public enum Role {
  /** A rate of either side, given by the rate estimator. Its gradient flows on into the spikes. */
  ACTIVITY,
  /** Changes at every update. Its gradient flows through time. */
  STATE,
  /** Fixed during an episode, learned over episodes. Its gradient is accumulated. */
  PARAMETER,
  /** A named neuron-level quantity, recomputed at every update. Its gradient is intermediate. */
  SIGNAL,
  /** Given from outside at every update, such as a reward. Takes no gradient. */
  EXTERNAL,
  /**
   * A trace of the single spikes of either side, read by updates on spikes alone. Its gradient
   * flows on into the spikes that made it.
   */
  TRACE
}
