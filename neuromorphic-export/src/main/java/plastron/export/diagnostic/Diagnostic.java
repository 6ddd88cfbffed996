package plastron.export.diagnostic;

/**
 * One thing the compiler has to say.
 *
 * @param code stable, such as {@code L-SRM}: the profile's letter and what it is about
 * @param severity how much it matters
 * @param subject what it is about: a layer, with the rule or the parameter where there is one
 * @param message one sentence with the numbers: value met, limit, where the limit is from
 * @param wayOut a sentence starting with "Maybe", empty if there is nothing to suggest; never empty
 *     for a refusal
 */
public record Diagnostic(
    String code, Severity severity, String subject, String message, String wayOut) {

  public Diagnostic {
    if (severity == Severity.REFUSAL && !wayOut.startsWith("Maybe ")) {
      throw new IllegalArgumentException(
          "Way out (%s) of refusal %s must start with \"Maybe \".".formatted(wayOut, code));
    }
  }

  /** Code, subject, message and way out in one line. */
  @Override
  public String toString() {
    return "%s %s: %s%s".formatted(code, subject, message, wayOut.isEmpty() ? "" : " " + wayOut);
  }
}
