package plastron.loihi.rule;

/** A rule string that the learning engine cannot run or that other readers would misread. */
public final class RuleSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param message one line: what is wrong, the value met, what was expected
   */
  public RuleSyntaxException(String message) {
    super(message);
  }
}
