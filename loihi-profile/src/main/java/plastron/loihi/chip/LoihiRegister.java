package plastron.loihi.chip;

import java.util.Optional;

/**
 * The range of everything that a core is loaded with: the compiler keeps within it, and an image
 * that leaves it is not run.
 */
public enum LoihiRegister {
  /** Programmed current decay, 12 bits (lava, LIF; Davies et al. 2018). */
  DU("du", 0, 4095),
  /** Voltage decay, 12 bits (lava, LIF; Davies et al. 2018). */
  DV("dv", 0, 4095),
  /** Threshold mantissa, 17 bits (nengo-loihi, discretize.py). */
  VTH("vth", 0, (1 << 17) - 1),
  /** Bias mantissa, 13 bits with sign (nengo-loihi, BIAS_MAN_MAX). */
  BIAS_MANTISSA("bias_mant", -4095, 4095),
  /** Bias exponent, 3 bits (nengo-loihi, BIAS_EXP_MAX). */
  BIAS_EXPONENT("bias_exp", 0, 7),
  /** Weight exponent, 4 bits with sign (brian2_loihi). */
  WEIGHT_EXPONENT("weight exponent", -8, 7),
  /** Mixed weights of 8 bits, even numbers (lava, clip_weights and truncate_weights). */
  WEIGHT("weight", -256, 254),
  /** Tag, 8 bits and a sign (lava, FACTOR_TO_WIDTH_DICT). */
  TAG("tag", -256, 255),
  /** Reward trace, 7 bits and a sign, and what a reward spike adds to it; assumed, not public. */
  REWARD("reward", -127, 127),
  /** Steps of a learning epoch, 6 bits (lava, W_EPOCH_TIME). */
  EPOCH("t_epoch", 1, 63),
  /** Whether neurons write the post traces. */
  THIRD_FACTOR("third_factor", 0, 1),
  /** What a spike adds to a trace, 7 bits (lava, W_TRACE). */
  IMPULSE("impulse", 0, 127),
  /** The chance of one more, 7 bits (nengo-loihi). */
  IMPULSE_FRACTION("impulse_fraction", 0, 127),
  /** Factor per step of a trace, in units of 2^-30: a table on the chip. */
  TRACE_DECAY("decay_2_30", 0, 1 << 30),
  /** Input axons of a core (nengo-loihi, MAX_IN_AXONS). */
  INPUTS("inputs", 1, 4096),
  /** Factor per step in a neuron program, 15 bits. */
  NEURON_DECAY("decay", 0, 32767),
  /** What a spike adds to a register of a neuron program, 15 bits. */
  NEURON_IMPULSE("impulse", 0, 32767),
  /** A parameter in a register of a neuron program, 16 bits. */
  NEURON_PARAMETER("parameter", -32768, 32767),
  /** Bits that a graded spike drops. */
  PAYLOAD("payload", 0, 15),
  /** Gain of a filtered current, 15 bits. */
  FILTER_GAIN("gain", 0, 32767),
  /** Gain of gathered and written quantities, 8 bits. */
  NEURON_GAIN("gain", 0, 255),
  /** Right shift of a product in a neuron program, 32 bits wide; to the left if negative. */
  NEURON_SHIFT("shift", -31, 31),
  /** Mantissa of a product in a neuron program. */
  NEURON_MANTISSA("mantissa", -32767, 32767),
  /** Its exponent: products have 32 bits. */
  NEURON_EXPONENT("exponent", -31, 31),
  /** Unit of what a host writes, a power of two. */
  HOST_EXPONENT("unit exponent", -1100, 1023),
  /** Weight of a graded spike. */
  LATERAL_WEIGHT("lateral weight", -127, 127);

  private final String title;
  private final long low;
  private final long high;

  LoihiRegister(String title, long low, long high) {
    this.title = title;
    this.low = low;
    this.high = high;
  }

  /** The name by which images and messages call it. */
  public String title() {
    return title;
  }

  /** The largest value. */
  public long high() {
    return high;
  }

  /**
   * What is wrong with a value; empty if nothing is.
   *
   * @param where what the register belongs to
   */
  public Optional<String> problem(String where, long value) {
    return value >= low && value <= high
        ? Optional.empty()
        : Optional.of("%s of %s (%d) must be %d to %d.".formatted(title, where, value, low, high));
  }
}
