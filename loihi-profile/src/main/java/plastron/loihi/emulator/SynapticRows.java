package plastron.loihi.emulator;

/**
 * Turns matrices between the order of files, {@code [post][pre]}, and that of the emulator, {@code
 * [pre][post]}.
 */
public final class SynapticRows {

  private SynapticRows() {}

  /**
   * The transposed matrix.
   *
   * @param matrix rows of one length, not modified
   * @param columns the length of each row
   */
  public static int[][] transposed(int[][] matrix, int columns) {
    int[][] result = new int[columns][matrix.length];
    for (int r = 0; r < matrix.length; r++) {
      if (matrix[r].length != columns) {
        throw new IllegalArgumentException(
            "Row %d of the matrix has (%d) entries, expected %d."
                .formatted(r, matrix[r].length, columns));
      }
      for (int c = 0; c < columns; c++) {
        result[c][r] = matrix[r][c];
      }
    }
    return result;
  }
}
