package plastron.loihi.legal;

/**
 * A reason why a chip cannot run a rule.
 *
 * @param code stable, such as {@code L-OJA-NONLOCAL}
 * @param message one sentence with the term and the limit
 * @param wayOut starts with "Maybe", empty if there is none but another chip or another rule
 */
public record Refusal(String code, String message, String wayOut) {

  /** With this way out if there is no closer one. */
  Refusal orElse(String general) {
    return wayOut.isEmpty() ? new Refusal(code, message, general) : this;
  }
}
