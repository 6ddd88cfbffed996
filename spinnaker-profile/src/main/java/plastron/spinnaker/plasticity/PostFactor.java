package plastron.spinnaker.plasticity;

/**
 * What the post neuron contributes to a rule, P_j (s0.15). The first two are in the reference data,
 * the others are ours.
 */
public enum PostFactor {
  /** The rate: {@code P_j = r_post[j]}. */
  RATE,

  /**
   * The rate times a neuromodulator: {@code M_j = sat(rn(sum_q W_m[j][q] * m[q], 15))}, the sum in
   * 64 bits, and {@code P_j = sat(rn(M_j * r_post[j], 15))}. The modulating rates m are r_post (the
   * reference data) or those of another population.
   */
  MODULATED_RATE,

  /**
   * The rate times what the host wrote: {@code P_j = sat(rn(M_j * r_post[j], 15))}, M held at 16
   * bits.
   */
  HOST_MODULATED_RATE,

  /**
   * The rate times its distance from a sliding threshold, as textbooks have BCM: {@code P_j =
   * sat(rn(r_post[j] * (r_post[j] - theta_j), 15))} with theta before this interval's update, then
   * {@code theta_j = rn(theta_j * (65536 - eta_theta) + q_j * eta_theta, 16)} with {@code q_j =
   * sat(rn(r_post[j] * r_post[j], 15))}.
   */
  SLIDING_THRESHOLD
}
