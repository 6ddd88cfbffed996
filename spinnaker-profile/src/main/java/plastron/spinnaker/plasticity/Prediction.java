package plastron.spinnaker.plasticity;

/**
 * What is subtracted from the post factor before it meets the pre factor: Oja's prediction of the
 * post factor.
 */
public enum Prediction {
  /** Nothing. */
  NONE,

  /** Each synapse predicts alone: {@code t = sat(P_j - rn(E_ji * r_pre[i], 15))}. */
  PER_SYNAPSE,

  /**
   * All synapses of the neuron predict together, as equations 11 and 16 of the paper print it. The
   * reference data leaves the arithmetic open; ours takes two passes over the rows. Pass 1: {@code
   * p_j = sat(rn(sum_i E_ji * r_pre[i], 15))} over the rows that fired, the sum in 64 bits and
   * rounded once. Pass 2: {@code t_j = sat(P_j - p_j)}, the same for all rows of a neuron. All
   * predictions read E before this interval's update.
   */
  SUMMED
}
