package plastron.export.profile;

import java.util.List;

/**
 * What becomes of a rule on a chip.
 *
 * @param runs whether the chip runs it
 * @param lines if it runs: the chip's program with symbols for coefficients, and what it costs; if
 *     not: the term that cannot be placed, why, and a way out
 * @param departures what the program does otherwise than the rule says, rounding and the chip's
 *     rates apart, one sentence each; none if the form is exact
 */
public record RuleExplanation(boolean runs, List<String> lines, List<String> departures) {
  public RuleExplanation {
    lines = List.copyOf(lines);
    departures = List.copyOf(departures);
  }

  /** Of a rule whose form is exact, or that does not run. */
  public RuleExplanation(boolean runs, List<String> lines) {
    this(runs, lines, List.of());
  }
}
