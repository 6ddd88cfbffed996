package plastron.export.image;

/** A chip image that lacks something or holds something impossible. */
public final class BrokenImageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param message one line: what is wrong, the value met, what was expected
   */
  public BrokenImageException(String message) {
    super(message);
  }
}
