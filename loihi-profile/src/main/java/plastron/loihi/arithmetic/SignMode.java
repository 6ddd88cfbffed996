package plastron.loihi.arithmetic;

/**
 * Which signs the weights of one synapse group may have; the group spends a bit on the sign only
 * when mixed.
 */
public enum SignMode {
  /** Both signs; weights -256..255, of which the chip keeps even numbers at 8 bits. */
  MIXED(-256, 255),
  /** Weights 0..255. */
  EXCITATORY(0, 255),
  /** Weights -255..0. */
  INHIBITORY(-255, 0);

  private final int smallest;
  private final int largest;

  SignMode(int smallest, int largest) {
    this.smallest = smallest;
    this.largest = largest;
  }

  /** The smallest weight the mode holds. */
  public int smallest() {
    return smallest;
  }

  /** The largest weight the mode holds. */
  public int largest() {
    return largest;
  }

  /** 1 if a bit is spent on the sign, else 0. */
  public int signBits() {
    return this == MIXED ? 1 : 0;
  }

  /**
   * The mode that holds all the weights: excitatory if none is negative, else inhibitory if none is
   * positive, else mixed.
   *
   * @param weights any shape, not modified
   */
  public static SignMode infer(int[][] weights) {
    boolean negative = false;
    boolean positive = false;
    for (int[] row : weights) {
      for (int weight : row) {
        negative |= weight < 0;
        positive |= weight > 0;
      }
    }
    if (!negative) {
      return EXCITATORY;
    }
    return positive ? MIXED : INHIBITORY;
  }
}
