package plastron.export.conformance;

import java.util.function.Supplier;

/** Counts deviations from reference numbers while a kind walks through a file. Not thread-safe. */
public final class Comparison {

  private int cases;
  private long compared;
  private long mismatches;
  private double largest;
  private String worst = "";

  /** Starts the next case. */
  public void nextCase() {
    cases++;
  }

  /**
   * Compares two integers; any difference is a mismatch.
   *
   * @param where names the place of the pair; evaluated only when it is the worst so far
   */
  public void exact(long got, long want, Supplier<String> where) {
    record(Math.abs((double) got - want), got == want, where);
  }

  /**
   * Compares two floating-point numbers.
   *
   * @param deviation the deviation in the kind's measure, at least 0 or NaN (a NaN is always a
   *     mismatch)
   * @param tolerance the largest deviation allowed, at least 0
   * @param where names the place of the pair; evaluated only when it is the worst so far
   */
  public void within(double deviation, double tolerance, Supplier<String> where) {
    record(
        Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation,
        deviation <= tolerance,
        where);
  }

  /**
   * Compares two floating-point numbers, relative to the one expected if it is above 1 in
   * magnitude.
   *
   * @param tolerance see {@link #within}
   * @param where see {@link #within}
   */
  public void near(double got, double want, double tolerance, Supplier<String> where) {
    within(Math.abs(got - want) / Math.max(1, Math.abs(want)), tolerance, where);
  }

  private void record(double deviation, boolean agrees, Supplier<String> where) {
    compared++;
    if (!agrees) {
      mismatches++;
    }
    if (deviation > largest) {
      largest = deviation;
      worst = where.get();
    }
  }

  /** What was met so far. */
  public ConformanceResult result() {
    return new ConformanceResult(cases, compared, mismatches, largest, worst);
  }
}
