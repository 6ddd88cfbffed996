package plastron.spinnaker.plasticity;

/**
 * What the pre neuron contributes to a rule, scaled by the learning rate: the gain G_i (u0.16 with
 * a sign).
 */
public enum PreFactor {
  /** The rate: {@code G_i = rn(eta * r_pre[i], 15)}. */
  RATE,

  /**
   * The rate times its distance from a sliding threshold: {@code rb = sat(rn(r_pre[i] * (r_pre[i] -
   * (phi_i + psi_i)), 15))} and {@code G_i = rn(eta * rb, 15)}, with phi before this interval's
   * update.
   */
  SLIDING_THRESHOLD
}
