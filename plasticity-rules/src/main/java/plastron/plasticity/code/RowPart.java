package plastron.plasticity.code;

/** What one plan contributes to a walk over rows, besides its work on a block. */
interface RowPart {

  /** Whether there are sums along rows, whose order needs turns of sixteen columns. */
  default boolean reduces() {
    return false;
  }

  /** Before the columns of the row in local {@code j}. */
  void openRow(int j);

  /** Before the block works on the last columns of a row, which do not fill a turn. */
  default void openLast() {}

  /** After it has, their number in local {@code columns}. */
  default void closeLast(int columns) {}

  /** After the columns of the row in local {@code j}. */
  default void closeRow(int j) {}

  /** After all rows. */
  default void close() {}
}
