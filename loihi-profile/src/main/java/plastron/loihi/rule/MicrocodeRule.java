package plastron.loihi.rule;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rule set of one learning profile.
 *
 * @param dw what is added to the weight, if anything
 * @param dd what is added to the delay variable, if anything
 * @param dt what is added to the tag, if anything
 * @param decimateExponent the k of the gate u: u opens every 2^k epochs; present exactly if a
 *     product uses u; 0..9
 */
public record MicrocodeRule(
    Optional<ProductSeries> dw,
    Optional<ProductSeries> dd,
    Optional<ProductSeries> dt,
    OptionalInt decimateExponent) {

  /** Checks that k is there exactly when it is needed. */
  public MicrocodeRule {
    boolean usesU = usesU(dw) || usesU(dd) || usesU(dt);
    if (usesU != decimateExponent.isPresent()) {
      throw new IllegalArgumentException(
          "The decimation exponent (%s) should be given exactly if a product uses u."
              .formatted(decimateExponent));
    }
    if (decimateExponent.isPresent()
        && (decimateExponent.getAsInt() < 0 || decimateExponent.getAsInt() > 9)) {
      throw new IllegalArgumentException(
          "The decimation exponent (%d) should be in [0, 9]."
              .formatted(decimateExponent.getAsInt()));
    }
    if (dw.isEmpty() && dd.isEmpty() && dt.isEmpty()) {
      throw new IllegalArgumentException("The rule set has no rule (0). Maybe give at least dw.");
    }
  }

  private static boolean usesU(Optional<ProductSeries> series) {
    return series.isPresent() && series.get().usesU();
  }

  /**
   * Reads rule strings in Lava's syntax.
   *
   * @throws RuleSyntaxException if a string is refused or two of them use different k
   */
  public static MicrocodeRule parse(Optional<String> dw, Optional<String> dd, Optional<String> dt) {
    RuleParser parser = new RuleParser();
    return new MicrocodeRule(
        dw.map(parser::parse), dd.map(parser::parse), dt.map(parser::parse), parser.exponent());
  }

  /** Reads a rule for the weight alone. */
  public static MicrocodeRule ofWeight(String dw) {
    return parse(Optional.of(dw), Optional.empty(), Optional.empty());
  }

  /**
   * A series in Lava's syntax; {@link RuleParser} reads it back to the same series.
   *
   * @param series one of this rule's
   */
  public String print(ProductSeries series) {
    return RulePrinter.print(series, decimateExponent);
  }
}
