package plastron.plasticity.code;

/**
 * The columns that one vector covers.
 *
 * @param index local with the first column
 * @param end local with the number of columns if the vector may reach beyond them, else {@link
 *     #WHOLE}
 */
record Columns(int index, int end) {

  /** Every lane has a column. */
  static final int WHOLE = -1;

  boolean isLast() {
    return end != WHOLE;
  }
}
