package plastron.export.fixedpoint;

import java.util.Arrays;

/**
 * Integers that stand for real numbers.
 *
 * @param name what it is to the chip; unique in its layer
 * @param values {@code [from][to]}; not copied: treat as read-only
 * @param scale how they stand for real numbers
 * @param error what rounding lost
 */
public record QuantizedArray(String name, int[][] values, Scale scale, QuantizationError error) {

  /** Integers that were integers from the start: nothing lost, a step of one. */
  public static QuantizedArray exact(String name, int[][] values) {
    return new QuantizedArray(
        name, values, new Scale(1, Integer.MIN_VALUE, Integer.MAX_VALUE), QuantizationError.NONE);
  }

  /** Whether these were integers from the start, that stand for no real numbers. */
  public boolean isGiven() {
    return error.count() == 0;
  }

  /** These numbers in the form {@code integer . factor + offset} that a chip keeps them in. */
  public QuantizedArray stored(int factor, int offset) {
    int[][] changed =
        Arrays.stream(values)
            .map(row -> Arrays.stream(row).map(v -> factor * v + offset).toArray())
            .toArray(int[][]::new);
    return new QuantizedArray(name, changed, scale.stored(factor, offset), error);
  }

  /** The only number of a scalar; throws {@link IllegalArgumentException} for larger arrays. */
  public int scalar() {
    if (values.length != 1 || values[0].length != 1) {
      throw new IllegalArgumentException(
          "Array %s (%d rows) is not a single number.".formatted(name, values.length));
    }
    return values[0][0];
  }

  /** The real numbers, {@code [from][to]}. */
  public double[][] reals() {
    return Arrays.stream(values)
        .map(row -> Arrays.stream(row).mapToDouble(scale::real).toArray())
        .toArray(double[][]::new);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuantizedArray q
        && q.name.equals(name)
        && Arrays.deepEquals(q.values, values)
        && q.scale.equals(scale)
        && q.error.equals(error);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return "QuantizedArray[%s, %d rows, step %s, %s]"
        .formatted(name, values.length, scale.step(), error);
  }
}
