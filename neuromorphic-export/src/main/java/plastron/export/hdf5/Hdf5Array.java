package plastron.export.hdf5;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An array of an HDF5 file, of any rank; one of rank 0 is a single value. */
public sealed interface Hdf5Array extends Hdf5Node {

  /** Length along every side, none for a single value; at least 0 each. */
  List<Integer> shape();

  /** Number of values. */
  int size();

  /** Real numbers, the last side fastest. */
  @SuppressWarnings("ArrayRecordComponent") // large, and compared by Arrays where it has to be
  record Reals(List<Integer> shape, double[] values, boolean single) implements Hdf5Array {

    /**
     * @param values as many as the shape says; not copied: treat as read-only
     * @param single whether a file keeps them in single precision
     */
    public Reals {
      shape = checked(shape, values.length);
    }

    /** A single number. */
    public static Reals of(double value) {
      return new Reals(List.of(), new double[] {value}, false);
    }

    /** A row of numbers. */
    public static Reals of(double[] values) {
      return new Reals(List.of(values.length), values, false);
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public String describe() {
      return "numbers" + printed(shape);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Reals r && shape.equals(r.shape) && Arrays.equals(values, r.values);
    }

    @Override
    public int hashCode() {
      return 31 * shape.hashCode() + Arrays.hashCode(values);
    }
  }

  /** Integers, the last side fastest. */
  @SuppressWarnings("ArrayRecordComponent") // large, and compared by Arrays where it has to be
  record Integers(List<Integer> shape, long[] values) implements Hdf5Array {

    /**
     * @param values as many as the shape says; not copied: treat as read-only
     */
    public Integers {
      shape = checked(shape, values.length);
    }

    /** A single integer. */
    public static Integers of(long value) {
      return new Integers(List.of(), new long[] {value});
    }

    /** A row of integers. */
    public static Integers of(long[] values) {
      return new Integers(List.of(values.length), values);
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public String describe() {
      return "integers" + printed(shape);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Integers i
          && shape.equals(i.shape)
          && Arrays.equals(values, i.values);
    }

    @Override
    public int hashCode() {
      return 31 * shape.hashCode() + Arrays.hashCode(values);
    }
  }

  /**
   * Texts, the last side fastest.
   *
   * @param bytes that a file has for each, longer than every text in UTF-8 or as long; 0 for as
   *     many as the longest needs
   */
  record Texts(List<Integer> shape, List<String> values, int bytes) implements Hdf5Array {
    public Texts {
      values = List.copyOf(values);
      shape = checked(shape, values.size());
    }

    /** A single text. */
    public static Texts of(String value) {
      return new Texts(List.of(), List.of(value), 0);
    }

    /** A row of texts. */
    public static Texts of(List<String> values) {
      return new Texts(List.of(values.size()), values, 0);
    }

    /** Rows of as many texts each. */
    public static Texts of(List<List<String>> rows, int columns) {
      return new Texts(
          List.of(rows.size(), columns), rows.stream().flatMap(List::stream).toList(), 0);
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public String describe() {
      return "texts" + printed(shape);
    }
  }

  /** A single truth value, as NumPy writes it. */
  record Flag(boolean value) implements Hdf5Array {
    @Override
    public List<Integer> shape() {
      return List.of();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public String describe() {
      return "a truth value";
    }
  }

  private static List<Integer> checked(List<Integer> shape, int values) {
    long size = 1;
    for (int length : shape) {
      size = Math.multiplyExact(size, (long) length);
    }
    if (size != values || shape.stream().anyMatch(length -> length < 0)) {
      throw new IllegalArgumentException(
          "Array (%d values) must have as many as its shape %s says.".formatted(values, shape));
    }
    return List.copyOf(shape);
  }

  /** A shape in messages, such as {@code of shape (3, 4)}. */
  static String printed(List<Integer> shape) {
    return shape.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", " of shape (", ")"));
  }
}
