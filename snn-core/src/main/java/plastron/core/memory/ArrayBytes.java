package plastron.core.memory;

/** What arrays take in the memory of Java, so that it can be said before they are made. */
public final class ArrayBytes {

  private static final int HEADER = 16;
  private static final int REFERENCE = 4;
  private static final int ALIGNMENT = 8;

  private ArrayBytes() {}

  /**
   * Bytes of an array of numbers.
   *
   * @param length at least 0
   * @param element bytes of a number
   */
  public static long of(long length, int element) {
    return Math.ceilDiv(HEADER + length * element, ALIGNMENT) * ALIGNMENT;
  }

  /**
   * Bytes of an array of rows of numbers, with its rows.
   *
   * @param rows at least 0
   * @param length of every row, at least 0
   * @param element bytes of a number
   */
  public static long rows(long rows, long length, int element) {
    return of(rows, REFERENCE) + rows * of(length, element);
  }
}
