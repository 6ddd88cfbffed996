package plastron.slayer.optimise;

import java.util.Arrays;

/** Copies the numbers of optimisers in and out. */
final class OptimiserState {

  private OptimiserState() {}

  /** Refuses sizes below 0, and factors that are not in [0, 1). */
  static void require(String optimiser, int size, double... factors) {
    boolean fits = size >= 0;
    for (double factor : factors) {
      fits = fits && factor >= 0 && factor < 1;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "Optimiser %s (%d parameters, factors %s) needs no negative size, and factors in [0, 1)."
              .formatted(optimiser, size, Arrays.toString(factors)));
    }
  }

  static double[][] copy(double[]... arrays) {
    double[][] copies = new double[arrays.length][];
    for (int a = 0; a < arrays.length; a++) {
      copies[a] = arrays[a].clone();
    }
    return copies;
  }

  static void restore(String optimiser, double[][] state, double[]... arrays) {
    boolean fits = state.length == arrays.length;
    for (int a = 0; fits && a < arrays.length; a++) {
      fits = state[a].length == arrays[a].length;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "State of optimiser %s (%d arrays) does not fit. Maybe the run was made with another optimiser?"
              .formatted(optimiser, state.length));
    }
    for (int a = 0; a < arrays.length; a++) {
      System.arraycopy(state[a], 0, arrays[a], 0, arrays[a].length);
    }
  }
}
