package plastron.spinnaker.legal;

/** Some part of a rule has no place on a core. */
public final class UnplacedTermException extends Exception {

  private static final long serialVersionUID = 1;

  private final String code;
  private final String reason;
  private final String wayOut;

  /**
   * A reason not to run a rule.
   *
   * @param code what it is about, such as {@code S-TERM}
   * @param message one sentence: term, factor, limit
   * @param wayOut a sentence starting with "Maybe"
   */
  public UnplacedTermException(String code, String message, String wayOut) {
    super(message);
    this.code = code;
    reason = message;
    this.wayOut = wayOut;
  }

  /** What it is about, such as {@code S-TERM}. */
  public String code() {
    return code;
  }

  /** Term, factor, limit: one sentence. */
  public String reason() {
    return reason;
  }

  /** A sentence starting with "Maybe". */
  public String wayOut() {
    return wayOut;
  }
}
