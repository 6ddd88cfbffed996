package plastron.slayer.sweep;

import java.util.Arrays;
import plastron.core.memory.ArrayBytes;

/**
 * Numbers of all parameters one after another, in double precision whatever precision a sweep has
 * inside.
 */
public final class FlatVector {

  /** So few entries that the nearest cache keeps them. */
  private static final int BLOCK = 1024;

  private final double[] values;

  /** A vector of zeros. */
  public FlatVector(int size) {
    values = new double[size];
  }

  /** A copy of an array. */
  public FlatVector(double[] values) {
    this.values = values.clone();
  }

  /** Bytes of a vector. */
  public static long bytes(long size) {
    return ArrayBytes.of(size, Double.BYTES);
  }

  /** Number of entries. */
  public int size() {
    return values.length;
  }

  /** One entry. */
  public double get(int i) {
    return values[i];
  }

  /** Sets one entry. */
  public void set(int i, double value) {
    values[i] = value;
  }

  /** Adds to one entry. */
  public void add(int i, double value) {
    values[i] += value;
  }

  /** Overwrites the entries from position {@code offset} on with a row. */
  public void set(int offset, double[] row) {
    System.arraycopy(row, 0, values, offset, row.length);
  }

  /** Overwrites the entries from position {@code offset} on with a row. */
  public void set(int offset, float[] row) {
    for (int i = 0; i < row.length; i++) {
      values[offset + i] = row[i];
    }
  }

  /** Overwrites a row with the entries from position {@code offset} on. */
  public void copy(int offset, double[] row) {
    System.arraycopy(values, offset, row, 0, row.length);
  }

  /** Overwrites a row with the entries from position {@code offset} on, rounded. */
  public void copy(int offset, float[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) values[offset + i];
    }
  }

  /** Adds a multiple of a vector of the same size; {@code other} is not modified. */
  public void add(double factor, FlatVector other) {
    double[] given = other.values;
    for (int i = 0; i < values.length; i++) {
      values[i] += factor * given[i];
    }
  }

  /**
   * Overwrites all entries with a multiple of the sum of vectors of the same size, added up in
   * order.
   */
  public void setSum(double factor, FlatVector... parts) {
    for (int from = 0; from < values.length; from += BLOCK) {
      int to = Math.min(from + BLOCK, values.length);
      Arrays.fill(values, from, to, 0);
      for (FlatVector part : parts) {
        double[] given = part.values;
        for (int i = from; i < to; i++) {
          values[i] += given[i];
        }
      }
      for (int i = from; i < to; i++) {
        values[i] *= factor;
      }
    }
  }

  /** Multiplies all entries. */
  public void scale(double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  /** Sets all entries to 0. */
  public void clear() {
    Arrays.fill(values, 0);
  }

  /** The Euclidean norm. */
  public double norm() {
    double sum = 0;
    for (double v : values) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }

  /** A copy of the entries. */
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlatVector v && Arrays.equals(values, v.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
