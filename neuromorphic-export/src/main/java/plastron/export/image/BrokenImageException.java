package plastron.export.image;

import plastron.export.file.OneLine;

/** A chip image that lacks something or holds something impossible. */
public final class BrokenImageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what is wrong, the value met, what was expected; kept as {@link OneLine}
   */
  public BrokenImageException(String message) {
    super(OneLine.of(message));
  }
}
