package plastron.export.profile;

import java.util.List;

/**
 * What becomes of a rule on a chip.
 *
 * @param runs whether the chip runs it
 * @param lines if it runs: the chip's program with symbols for coefficients, and what it costs; if
 *     not: the term that cannot be placed, why, and a way out
 */
public record RuleExplanation(boolean runs, List<String> lines) {
  public RuleExplanation {
    lines = List.copyOf(lines);
  }
}
