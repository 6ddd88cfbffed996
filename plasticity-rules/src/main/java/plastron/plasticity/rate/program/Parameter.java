package plastron.plasticity.rate.program;

/**
 * A learned matrix, row or number of a block.
 *
 * @param name unique in its block; the symbol of the source
 * @param rows 1 for a row or a number
 * @param columns length of each row
 * @param offset of its first entry among the block's parameters, which stand row by row
 */
public record Parameter(String name, int rows, int columns, int offset) {

  /** Number of entries. */
  public int size() {
    return rows * columns;
  }
}
