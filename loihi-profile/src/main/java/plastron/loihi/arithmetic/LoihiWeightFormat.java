package plastron.loihi.arithmetic;

/**
 * How the weights of one synapse group are stored.
 *
 * @param signMode the signs in use
 * @param bits weight bits, 1 to 8, the sign bit of a mixed group included
 */
public record LoihiWeightFormat(SignMode signMode, int bits) {

  private static final int LARGEST = 255;

  /** Checks the number of bits. */
  public LoihiWeightFormat {
    if (bits < 1 || bits > 8) {
      throw new IllegalArgumentException(
          "The number of weight bits (%d) should be in [1, 8].".formatted(bits));
    }
  }

  /** How many low bits the format drops. */
  public int droppedBits() {
    return 8 - bits + signMode.signBits();
  }

  /**
   * Limits a weight to the range of the sign mode (lava, clip_weights); an inhibitory weight only
   * to at least -255.
   */
  public int clip(int weight) {
    if (signMode == SignMode.INHIBITORY) {
      return -Math.clamp(-(long) weight, 0, LARGEST);
    }
    return Math.clamp(weight, signMode.smallest(), LARGEST);
  }

  /**
   * Drops the low bits: towards minus infinity, for an inhibitory group towards zero (lava,
   * truncate_weights).
   */
  public int truncate(int weight) {
    int k = droppedBits();
    return signMode == SignMode.INHIBITORY ? -((-weight >> k) << k) : (weight >> k) << k;
  }

  /**
   * The weights the chip uses: clipped, then truncated.
   *
   * @param weights any shape, not modified
   * @return a new matrix of that shape
   */
  public int[][] effective(int[][] weights) {
    int[][] result = new int[weights.length][];
    for (int r = 0; r < result.length; r++) {
      result[r] = new int[weights[r].length];
      for (int c = 0; c < result[r].length; c++) {
        result[r][c] = truncate(clip(weights[r][c]));
      }
    }
    return result;
  }
}
