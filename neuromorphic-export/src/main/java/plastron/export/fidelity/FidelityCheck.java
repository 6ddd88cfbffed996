package plastron.export.fidelity;

import java.util.Locale;

/**
 * One number of a chip held against its bound.
 *
 * @param subject the population or layer; {@code chip} for all together
 * @param criterion what is judged
 * @param measured the number
 * @param bound the most or the least that passes
 */
public record FidelityCheck(String subject, Criterion criterion, double measured, double bound) {

  /** Whether the bound is kept. */
  public boolean kept() {
    return criterion.passes(measured, bound);
  }

  /** One sentence with the numbers. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%s: %s is %.4f, %s.",
        subject,
        criterion.title(),
        measured,
        String.format(Locale.ROOT, criterion.isLeast() ? "needed is %s" : "allowed is %s", bound));
  }
}
