package plastron.slayer.f64.kernel;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Copying and clearing of arrays of rows. */
public final class Arrays64 {

  private Arrays64() {}

  public static void clear(double[][] rows) {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Copies entries; shapes must agree. */
  public static void copy(double[][] from, double[][] to) {
    for (int r = 0; r < from.length; r++) {
      System.arraycopy(from[r], 0, to[r], 0, from[r].length);
    }
  }

  /** The rows, or a longer array of them with new ones at the end. */
  public static <T> T[] grown(T[] rows, int length, IntFunction<T> row) {
    if (rows.length >= length) {
      return rows;
    }
    T[] longer = Arrays.copyOf(rows, length);
    for (int i = rows.length; i < length; i++) {
      longer[i] = row.apply(i);
    }
    return longer;
  }

  /** Rows of the same lengths. */
  public static double[][] zeros(double[][] rows) {
    double[][] zeros = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      zeros[r] = new double[rows[r].length];
    }
    return zeros;
  }

  public static double[][] copyOf(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      copy[r] = rows[r].clone();
    }
    return copy;
  }
}
