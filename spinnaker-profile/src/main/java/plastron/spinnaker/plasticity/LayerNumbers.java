package plastron.spinnaker.plasticity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.fixed.SpinnakerRegister;

/**
 * The numbers of a layer by neuron or synapse, s0.15; matrices are rows by pre neuron. Not copied:
 * treat as read-only.
 *
 * @param psi fixed part of the sliding threshold, length nPre; unused by kernels without one
 * @param weights fixed part W of the weights, {@code [nPre][nPost]}
 * @param alpha plastic share of the weights, {@code [nPre][nPost]}
 * @param modulatorWeights neuromodulator weights W_m as {@code [source][target]}; no rows if and
 *     only if the kernel is not modulated
 * @param low smallest E, -32768 if only 16 bits bound it
 * @param high largest E, at least {@code low}
 */
public record LayerNumbers(
    int[] psi, int[][] weights, int[][] alpha, int[][] modulatorWeights, int low, int high) {

  /** Checks shapes and values; both neurons counts must be at least 1. */
  public LayerNumbers {
    int nPre = psi.length;
    int nPost = weights.length == 0 ? 0 : weights[0].length;
    if (nPre == 0 || nPost == 0) {
      throw new IllegalArgumentException(
          "a layer (%d x %d) must have pre and post neurons".formatted(nPre, nPost));
    }
    if (SpinnakerRegister.E_LOW.require(low) > SpinnakerRegister.E_HIGH.require(high)) {
      throw new IllegalArgumentException(
          "bounds of E (raw %d to %d) must be ordered".formatted(low, high));
    }
    checkValues("psi", psi);
    check("weights", weights, nPre, nPost);
    check("alpha", alpha, nPre, nPost);
    check("modulator weights", modulatorWeights, modulatorWeights.length, nPost);
  }

  private static void check(String name, int[][] matrix, int rows, int columns) {
    if (matrix.length != rows) {
      throw new IllegalArgumentException(
          "%s (%d rows) must have %d".formatted(name, matrix.length, rows));
    }
    for (int i = 0; i < rows; i++) {
      if (matrix[i].length != columns) {
        throw new IllegalArgumentException(
            "%s, row %d (%d values) must have %d".formatted(name, i, matrix[i].length, columns));
      }
      checkValues(name, matrix[i]);
    }
  }

  private static void checkValues(String name, int[] values) {
    for (int value : values) {
      if (value < Fract16.MIN || value > Fract16.MAX) {
        throw new IllegalArgumentException(
            "%s (raw %d) must lie within -32768 to 32767".formatted(name, value));
      }
    }
  }

  int preSize() {
    return psi.length;
  }

  int postSize() {
    return weights[0].length;
  }

  /** Number of modulating neurons, 0 without modulation. */
  int modulators() {
    return modulatorWeights.length;
  }

  static int[][] copy(int[][] matrix) {
    return Arrays.stream(matrix).map(int[]::clone).toArray(int[][]::new);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LayerNumbers n
        && Arrays.equals(n.psi, psi)
        && Arrays.deepEquals(n.weights, weights)
        && Arrays.deepEquals(n.alpha, alpha)
        && Arrays.deepEquals(n.modulatorWeights, modulatorWeights)
        && n.low == low
        && n.high == high;
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(new Object[] {psi, weights, alpha, modulatorWeights, low, high});
  }

  @Override
  public String toString() {
    return "LayerNumbers[%d x %d, %d modulators]".formatted(preSize(), postSize(), modulators());
  }
}
