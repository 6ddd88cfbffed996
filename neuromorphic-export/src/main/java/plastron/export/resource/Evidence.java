package plastron.export.resource;

/** How sure a published limit is. */
public enum Evidence {
  /** Stated by the chip's makers, or by public source code that runs on the chip. */
  CONFIRMED,
  /** Not publicly confirmed: a conservative assumption. */
  OPEN
}
