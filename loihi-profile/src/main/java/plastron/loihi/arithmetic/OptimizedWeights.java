package plastron.loihi.arithmetic;

import plastron.core.ledger.Departure;

/**
 * Weights re-scaled by a power of two so that they use the full range and the fewest bits (lava,
 * optimize_weight_bits).
 *
 * @param weights the scaled weights, in the shape of the original; {@code original = weights *
 *     2^exponent}
 * @param bits the weight bits needed, the sign bit of a mixed group included; less than 1 when all
 *     weights are 0, and 9 (more than a chip has) when a mixed matrix beyond half range holds an
 *     odd weight
 * @param exponent the weight exponent, at most 0
 */
@SuppressWarnings(
    "ArrayRecordComponent") // integer matrices are this record's whole point; equality is never
// asked
@Departure(
    from = "netx (lava-dl)",
    manner = Departure.Manner.FOLLOWED,
    what =
        "Inhibitory weights are scaled into -255 to 0, as the tables of quantization.json "
            + "have it; the description of the vectors says -256.",
    reason = "Where a document and a vector differ, the vector is right.",
    test = "VectorsTest.agreesWithTheReference")
public record OptimizedWeights(int[][] weights, int bits, int exponent) {

  /**
   * Finds the scale.
   *
   * @param weights at least one, in the range of the mode, not modified
   * @throws IllegalArgumentException if there is no weight or one lies outside the mode's range; a
   *     mixed weight is at most 254, because the format keeps even numbers only
   */
  public static OptimizedWeights of(int[][] weights, SignMode mode) {
    int min = Integer.MAX_VALUE;
    int max = Integer.MIN_VALUE;
    int anyBit = 0;
    for (int[] row : weights) {
      for (int weight : row) {
        min = Math.min(min, weight);
        max = Math.max(max, weight);
        anyBit |= weight;
      }
    }
    if (min > max) {
      throw new IllegalArgumentException("The weights are empty. Maybe a layer has no synapses?");
    }
    int largest = mode.largest() - mode.signBits();
    if (min < mode.smallest() || max > largest) {
      throw new IllegalArgumentException(
          "The weights (%d to %d) should lie in [%d, %d] for %s. Maybe clip them first."
              .formatted(min, max, mode.smallest(), largest, mode));
    }
    int shift = scaleBits(min, max, mode);
    int[][] scaled = new int[weights.length][];
    for (int r = 0; r < scaled.length; r++) {
      scaled[r] = new int[weights[r].length];
      for (int c = 0; c < scaled[r].length; c++) {
        scaled[r][c] = weights[r][c] << shift;
      }
    }
    int common = Math.min(8, Integer.numberOfTrailingZeros(anyBit));
    return new OptimizedWeights(scaled, 8 - shift - (common - mode.signBits()), -shift);
  }

  /**
   * The largest power of two by which all weights may be multiplied, found on integers instead of a
   * logarithm.
   */
  private static int scaleBits(int min, int max, SignMode mode) {
    if (min == 0 && max == 0) {
      return 0;
    }
    int positive = mode == SignMode.MIXED ? 127 : 255;
    int negative = mode == SignMode.MIXED ? 128 : 255;
    int bits = 0;
    while (max << (bits + 1) <= positive && -min << (bits + 1) <= negative) {
      bits++;
    }
    // Only a mixed matrix beyond half range needs a scale below one; adding the sign bit makes it
    // whole again.
    boolean beyondHalf = max > positive || -min > negative;
    return (beyondHalf ? -1 : bits) + mode.signBits();
  }
}
