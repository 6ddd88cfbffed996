package plastron.plasticity.code;

/**
 * The columns that one vector covers.
 *
 * @param index local with the first column
 * @param mask local with the mask of the lanes that have a column, or {@link #ALL}
 */
record Columns(int index, int mask) {

  /** Every lane has a column. */
  static final int ALL = -1;

  boolean isMasked() {
    return mask != ALL;
  }
}
