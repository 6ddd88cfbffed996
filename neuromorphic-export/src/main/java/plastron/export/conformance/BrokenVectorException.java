package plastron.export.conformance;

import plastron.export.file.OneLine;

/** A reference file that cannot be compared because it is damaged or incomplete. */
public final class BrokenVectorException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what is wrong, the value met, what was expected; kept as {@link OneLine}
   */
  public BrokenVectorException(String message) {
    super(OneLine.of(message));
  }
}
