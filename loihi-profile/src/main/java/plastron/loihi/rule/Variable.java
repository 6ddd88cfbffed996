package plastron.loihi.rule;

import java.util.Locale;

/**
 * What a factor of a product can read, with the operand width of the engine (lava,
 * FACTOR_TO_WIDTH_DICT).
 */
public enum Variable {
  /** 1 if the pre neuron spiked in the epoch. */
  X0(1, Axis.PRE),
  /** First pre trace. */
  X1(7, Axis.PRE),
  /** Second pre trace. */
  X2(7, Axis.PRE),
  /** 1 if the post neuron spiked in the epoch. */
  Y0(1, Axis.POST),
  /** First post trace. */
  Y1(7, Axis.POST),
  /** Second post trace. */
  Y2(7, Axis.POST),
  /** Third post trace. */
  Y3(7, Axis.POST),
  /**
   * Reward trace of the core: 7 bits and a sign. That rewards are signed is in Davies et al. 2018;
   * the width is not public and assumed. Lava has no such variable.
   */
  R1(8, Axis.POST),
  /** The weight. */
  W(9, Axis.SYNAPSE),
  /** The delay variable, Lava's tag_2. */
  D(9, Axis.SYNAPSE),
  /** The tag, Lava's tag_1. */
  T(9, Axis.SYNAPSE);

  /** What a variable has one value for. */
  public enum Axis {
    /** Each pre neuron. */
    PRE,
    /** Each post neuron; all those of a core share a reward. */
    POST,
    /** Each synapse. */
    SYNAPSE
  }

  private final int width;
  private final Axis axis;

  Variable(int width, Axis axis) {
    this.width = width;
    this.axis = axis;
  }

  /** Operand width W in bits: the factor is limited to [-2^W, 2^W - 1]. */
  public int width() {
    return width;
  }

  /** What the variable has one value for. */
  public Axis axis() {
    return axis;
  }

  /** The name in rule strings, such as {@code x1}. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }
}
