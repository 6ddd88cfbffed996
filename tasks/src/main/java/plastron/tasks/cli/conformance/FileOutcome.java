package plastron.tasks.cli.conformance;

import org.jspecify.annotations.Nullable;
import plastron.export.conformance.ConformanceResult;

/**
 * What became of one reference file.
 *
 * @param file path relative to the folder, with {@code /} between the parts
 * @param status the verdict
 * @param kind the kind's name, or empty if it was not recognised
 * @param result the comparison; null unless the status is {@link Status#PASS} or {@link
 *     Status#FAIL}
 * @param reason why it was skipped or is broken; empty if it was compared
 */
record FileOutcome(
    String file, Status status, String kind, @Nullable ConformanceResult result, String reason) {

  /** The verdict over a file. */
  enum Status {
    /** Every number lies within its tolerance. */
    PASS,
    /** At least one number lies outside its tolerance. */
    FAIL,
    /** A set of reference values that this build has no comparison for. */
    SKIP,
    /** Damaged, or no set of reference values; counts as failed. */
    BROKEN
  }

  static FileOutcome compared(String file, String kind, ConformanceResult result) {
    return new FileOutcome(file, result.passed() ? Status.PASS : Status.FAIL, kind, result, "");
  }

  static FileOutcome skipped(String file, String kind, String reason) {
    return new FileOutcome(file, Status.SKIP, kind, null, reason);
  }

  static FileOutcome broken(String file, String kind, String reason) {
    return new FileOutcome(file, Status.BROKEN, kind, null, reason);
  }
}
