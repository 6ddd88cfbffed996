package plastron.loihi.legal;

/**
 * Why a chip cannot run a rule.
 *
 * @param code such as {@code L-FUNC}
 * @param message one sentence: the term, the factor, the limit
 * @param wayOut a sentence starting with "Maybe"
 */
public record Refusal(String code, String message, String wayOut) {}
