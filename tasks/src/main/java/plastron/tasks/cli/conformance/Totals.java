package plastron.tasks.cli.conformance;

import java.util.List;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.conformance.FileOutcome.Status;

/**
 * How many files had which verdict.
 *
 * @param passed files that agree
 * @param failed files that disagree or are broken
 * @param skipped sets of reference values that this build does not compare
 * @param broken how many of the failed ones are broken
 */
record Totals(int passed, int failed, int skipped, int broken) {

  static Totals of(List<FileOutcome> outcomes) {
    int broken = count(outcomes, Status.BROKEN);
    return new Totals(
        count(outcomes, Status.PASS),
        count(outcomes, Status.FAIL) + broken,
        count(outcomes, Status.SKIP),
        broken);
  }

  int exitCode() {
    if (broken > 0) {
      return ExitCode.BAD_INPUT;
    }
    return failed > 0 ? ExitCode.CHECK_FAILED : ExitCode.OK;
  }

  /** The last line of the report. */
  String line() {
    return passed
        + " passed, "
        + failed
        + " failed"
        + (skipped > 0 ? ", " + skipped + " skipped" : "");
  }

  private static int count(List<FileOutcome> outcomes, Status status) {
    return (int) outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }
}
