package plastron.export.predict;

/** How much of the grids of a computed rule counts. */
enum Holding {
  /** All of them. */
  ROUNDED,
  /** Their bounds, not their steps. */
  BOUNDED,
  /** Nothing: real numbers. */
  FREE
}
