package plastron.plasticity.run;

import java.util.Arrays;

/** Copies of synapse-shaped arrays, for recordings. */
final class Traces {

  private Traces() {}

  static float[][] copy(float[][] weights) {
    return Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
  }

  /** {@code a - b}; neither is modified. */
  static float[][] minus(float[][] a, float[][] b) {
    float[][] difference = copy(a);
    for (int j = 0; j < a.length; j++) {
      for (int i = 0; i < a[j].length; i++) {
        difference[j][i] -= b[j][i];
      }
    }
    return difference;
  }
}
