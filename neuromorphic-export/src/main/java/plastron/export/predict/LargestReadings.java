package plastron.export.predict;

/**
 * How often the values of a matrix were as large as they ever are. A rule whose updates always
 * reach its own bound leaves no other values: there every rounding error is cut off, and how large
 * it is elsewhere is not seen. Owned by one thread.
 */
final class LargestReadings {

  private float[][] largest = new float[0][];
  private long[][] times = new long[0][];
  private long nonzero;

  /** Adds a reading, {@code [nPre][nPost]}; always of the same shape. */
  void add(float[][] values) {
    if (largest.length == 0) {
      largest = new float[values.length][values[0].length];
      times = new long[values.length][values[0].length];
    }
    for (int j = 0; j < values.length; j++) {
      for (int i = 0; i < values[j].length; i++) {
        add(j, i, Math.abs(values[j][i]));
      }
    }
  }

  private void add(int j, int i, float size) {
    if (size > largest[j][i]) {
      largest[j][i] = size;
      times[j][i] = 0;
    }
    if (size > 0) {
      nonzero++;
      times[j][i] += size == largest[j][i] ? 1 : 0;
    }
  }

  /**
   * Share of all nonzero values that are short of the largest in their place; 1 if there are none.
   */
  double shareBelow() {
    long most = 0;
    for (long[] row : times) {
      for (long count : row) {
        most += count;
      }
    }
    return nonzero == 0 ? 1 : (double) (nonzero - most) / nonzero;
  }
}
