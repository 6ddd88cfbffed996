package plastron.export.range;

/** What becomes of a sum that an accumulator cannot hold. */
public enum Overflow {
  /** It comes out as another number. */
  WRAPS("wraps"),
  /** It is held at the end of the range, and counted. */
  SATURATES("saturates"),
  /** The emulator has a wider accumulator here than a chip may have. */
  NOT_EMULATED("not emulated");

  private final String title;

  Overflow(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
