package plastron.spinnaker.fixed;

import plastron.core.ledger.Departure;

/**
 * The range of everything a core is loaded with: the compiler keeps within it, an image that leaves
 * it is refused.
 */
@Departure(
    from = "sPyNNaker",
    what =
        "Numbers of the host are converted without a look at their range; here what does "
            + "not fit a register is refused.",
    reason = "A number that wraps in a conversion is another model.",
    test = "ImageChecksProperties.everyIntegerHasARegisterAndIsHeldAgainstIt")
public enum SpinnakerRegister {
  /** Membrane capacitance, s16.15; the core divides by it. */
  C_M("c_m", 1, Integer.MAX_VALUE, 15),
  /** Membrane time constant, s16.15, ms; the core divides a step by it, which must not give 0. */
  TAU_M("tau_m", 1, 1 << 30, 15),
  /**
   * Time constant of currents, s16.15, ms; the core divides a step by it, which must not give 0.
   */
  TAU_SYN("tau_syn", 1, 1 << 30, 15),
  /** Bias current, s16.15. */
  I_OFFSET("i_offset", Integer.MIN_VALUE, Integer.MAX_VALUE, 15),
  /** Refractory time, s16.15, ms. */
  T_REFRACT("t_refract", 0, Integer.MAX_VALUE, 15),
  /** Length of a step, s16.15, ms. */
  TIME_STEP("time_step", Accum.ONE, Accum.ONE, 15),
  /** Threshold, s16.15; at 0 a neuron would fire in every step. */
  V_THRESH("v_thresh", 1, Integer.MAX_VALUE, 15),
  /** Left shift of ring-buffer values. */
  RING_SHIFT("ring_shift", 0, 15, 0),
  /** Input spikes in a step, an estimate. */
  SPIKES_PER_STEP("spikes_per_step", 0, Integer.MAX_VALUE, 0),

  /** What E loses, u0.16. */
  ETA("eta", 0, Fract16.COEFFICIENT_ONE, 16),
  /** Learning rate, a mantissa with a sign. */
  GAIN("gain", -Fract16.COEFFICIENT_ONE, Fract16.COEFFICIENT_ONE, 16),
  /** Rate of phi, u0.16. */
  ETA_PHI("eta_phi", 0, Fract16.COEFFICIENT_ONE, 16),
  /** Rate of theta, u0.16. */
  ETA_THETA("eta_theta", 0, Fract16.COEFFICIENT_ONE, 16),
  /** Smallest E, s0.15. */
  E_LOW("e_low", Fract16.MIN, Fract16.MAX, 15),
  /** Largest E, s0.15. */
  E_HIGH("e_high", Fract16.MIN, Fract16.MAX, 15),
  /** Whether these are the rule's own bounds: 1, or the ends of 16 bits: 0. */
  E_BOUNDS_OWN("e_bounds_own", 0, 1, 0),
  /** Index of the modulating population, -1 for none. */
  MODULATOR("modulator", -1, Integer.MAX_VALUE, 0),
  /** Index of the signal that the host writes as M, -1 for none. */
  SIGNAL("signal", -1, Integer.MAX_VALUE, 0),
  /** M is in units of two to this power. */
  SIGNAL_EXPONENT("signal_exponent", -1100, 1023, 0),

  /** Rate of a counted spike, before its shift. */
  RATE_UNIT("rate_unit", 0, 1 << 30, 15),
  /** Bits that a counted rate drops. */
  RATE_SHIFT("rate_shift", 0, 15, 0),
  /** Factor per step on a rate trace, u0.16. */
  TRACE_DECAY("trace_decay", 0, Fract16.COEFFICIENT_ONE - 1, 16),
  /** What a spike adds to a rate trace, scale 2^-30. */
  TRACE_IMPULSE("trace_impulse", 0, 1 << 30, 30),

  /** Bits that the modulator's sum drops. */
  SHIFT_MODULATOR("shift_modulator", 1, 62, 0),
  /** Bits that the post factor drops. */
  SHIFT_POST("shift_post", 1, 62, 0),
  /** Bits that a prediction drops; a single synapse's is made in 32 bits. */
  SHIFT_PREDICTION("shift_prediction", 1, 30, 0),
  /** Bits that the pre factor drops. */
  SHIFT_PRE("shift_pre", 1, 62, 0),
  /** Bits that gain times pre factor drops. */
  SHIFT_GAIN("shift_gain", 1, 62, 0),
  /** Bits that gain times pre rate drops beside a pre factor with a threshold. */
  SHIFT_PREDICTED("shift_predicted", 1, 62, 0),
  /** Bits that a loss drops; a share to keep must fit 32 bits. */
  SHIFT_LOSS("shift_loss", 16, 62, 0),
  /** Bits that a prediction dropped as a loss; a share to keep must fit 32 bits. */
  SHIFT_OWN("shift_own", 16, 62, 0),
  /** Bits that theta's goal drops. */
  SHIFT_GOAL("shift_goal", 1, 62, 0),
  /** How many bits phi and psi are coarser than rates. */
  SHIFT_PHI("shift_phi", 0, 15, 0),
  /** How many bits theta is coarser than rates. */
  SHIFT_THETA("shift_theta", 0, 15, 0),
  /** Bits that {@code alpha * E} drops, made in 32 bits. */
  SHIFT_WEIGHT("shift_weight", 1, 30, 0);

  private final String key;
  private final long low;
  private final long high;
  private final int fractionBits;

  SpinnakerRegister(String key, long low, long high, int fractionBits) {
    this.key = key;
    this.low = low;
    this.high = high;
    this.fractionBits = fractionBits;
  }

  /** As images name it. */
  public String key() {
    return key;
  }

  /** Whether an integer is within the range. */
  public boolean holds(long raw) {
    return raw >= low && raw <= high;
  }

  /** The smallest integer. */
  public long low() {
    return low;
  }

  /** The largest integer. */
  public long high() {
    return high;
  }

  /** The number of an integer. */
  public double real(long raw) {
    return Math.scalb((double) raw, -fractionBits);
  }

  /**
   * The integer nearest to a number, half to even on its shortest decimal text as the host tool
   * chain rounds; what the range does not hold becomes its nearer end.
   *
   * @param value not NaN
   */
  public long nearest(double value) {
    double scaled = Math.scalb(value, fractionBits);
    if (!(Math.abs(scaled) < 0x1p52)) {
      return scaled > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
    return Accum.round(value, fractionBits);
  }

  /**
   * The integer, if it is within the range.
   *
   * @throws IllegalArgumentException if not
   */
  public int require(long raw) {
    if (!holds(raw)) {
      throw new IllegalArgumentException(
          "%s (%d) must lie within %d to %d".formatted(key, raw, low, high));
    }
    return (int) raw;
  }
}
