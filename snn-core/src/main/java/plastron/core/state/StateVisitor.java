package plastron.core.state;

/**
 * Goes through all numbers of a state in their order, either to write them down or to put back what
 * was written. What has a state shows it once, to both: neither can forget a number that the other
 * has.
 */
public interface StateVisitor {

  /**
   * A number.
   *
   * @return what it is to be: the same, or what was written
   */
  long number(long value);

  /** Numbers; kept, or overwritten with what was written. */
  void doubles(double[] values);

  /** Numbers; kept, or overwritten with what was written. */
  void floats(float[] values);

  /** Numbers; kept, or overwritten with what was written. */
  void ints(int[] values);

  /** Numbers; kept, or overwritten with what was written. */
  void longs(long[] values);

  /** Numbers; kept, or overwritten with what was written. */
  void bytes(byte[] values);
}
