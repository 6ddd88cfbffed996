package plastron.tasks.simulate;

/**
 * The steps of which there are statistics: those behind {@code from} up to {@code to}.
 *
 * @param dtMs step, ms
 */
record StatisticsWindow(long from, long to, double dtMs) {

  long steps() {
    return to - from;
  }

  /** Steps of a bin, at least 1. */
  long bin(double ms) {
    return Math.max(1, Math.round(ms / dtMs));
  }
}
