package plastron.spinnaker.plasticity;

/** What the post neuron contributes to a rule, P_j (s0.15). */
public enum PostFactor {
  /** The rate: {@code P_j = r_post[j]}. */
  RATE,

  /**
   * The rate times the neuromodulator of the layer: {@code M_j = sat(rn(sum_q W_m[j][q] * r_post[q], 15))}, the sum in 64
   * bits, and {@code P_j = sat(rn(M_j * r_post[j], 15))}.
   */
  MODULATED_RATE
}
