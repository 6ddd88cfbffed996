package plastron.spinnaker.plasticity;

/**
 * What is subtracted from the post factor before it meets the pre factor: Oja's prediction of the
 * post factor. A prediction always meets the pre rate itself; where the pre factor is another one
 * ({@link PreFactor#SLIDING_THRESHOLD}) it is therefore subtracted on its own, in our own
 * arithmetic.
 */
public enum Prediction {
  /** Nothing. */
  NONE,

  /**
   * Each synapse predicts alone: {@code t = sat(P_j - rn(E_ji * r_pre[i], 15))}. Beside a pre
   * factor with a threshold, {@code - gain E x x} is one more loss of E: {@code E * (keep - m_i)}
   * with {@code m_i = rn(gain * r_pre[i] * r_pre[i], 30)}.
   */
  PER_SYNAPSE,

  /**
   * All synapses of the neuron predict together, as equations 11 and 16 of the paper print it. The
   * reference data leaves the arithmetic open; ours takes two passes over the rows. Pass 1: {@code
   * p_j = sat(rn(sum_i E_ji * r_pre[i], 15))} over the rows that fired, the sum in 64 bits and
   * rounded once. Pass 2: {@code t_j = sat(P_j - p_j)}, the same for all rows of a neuron. All
   * predictions read E before this interval's update. Beside a pre factor with a threshold pass 2
   * adds {@code P_j * G_i - p_j * H_i} with {@code H_i = rn(gain * r_pre[i], 15)}.
   */
  SUMMED
}
