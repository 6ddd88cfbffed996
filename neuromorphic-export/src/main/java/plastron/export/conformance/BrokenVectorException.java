package plastron.export.conformance;

/** A reference file that cannot be compared because it is damaged or incomplete. */
public final class BrokenVectorException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param message one line: what is wrong, the value met, what was expected
   */
  public BrokenVectorException(String message) {
    super(message);
  }
}
