package plastron.export.npz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import plastron.core.check.Require;

/**
 * An array of whole numbers in rows (C order), as the content of a file of kind NPY, version 1.0.
 *
 * @param name what it is found by
 * @param type {@code <i4} for 32 bits with a sign, {@code |u1} for 0 to 255
 * @param shape lengths of its axes, at least one axis
 * @param data all numbers, the last axis fastest; not copied: treat as read-only
 */
@SuppressWarnings("ArrayRecordComponent") // as large as a file, and never compared
public record NpyArray(String name, String type, List<Integer> shape, byte[] data) {

  /** Checks that the numbers fill the shape. */
  public NpyArray {
    Require.given("Name of an array", name);
    shape = List.copyOf(shape);
    long width = type.equals("<i4") ? Integer.BYTES : 1;
    long expected = shape.stream().mapToLong(Integer::longValue).reduce(width, Math::multiplyExact);
    if (shape.isEmpty() || data.length != expected) {
      throw new IllegalArgumentException(
          "Array %s (%d bytes) must have %d for the shape %s."
              .formatted(name, data.length, expected, shape));
    }
  }

  /**
   * Numbers of 32 bits.
   *
   * @param values as many as the shape has places; copied
   */
  public static NpyArray ints(String name, int[] values, int... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    return new NpyArray(name, "<i4", list(shape), bytes.array());
  }

  /**
   * Numbers from 0 to 255.
   *
   * @param values as many as the shape has places; not copied
   */
  public static NpyArray bytes(String name, byte[] values, int... shape) {
    return new NpyArray(name, "|u1", list(shape), values);
  }

  private static List<Integer> list(int[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }
}
