package plastron.export.predict;

/**
 * Walks through two recordings of traces whose windows may have different lengths, stretch by
 * stretch of steps in which neither changes.
 */
public final class HeldTraces {

  /** Takes one stretch. */
  @FunctionalInterface
  public interface Stretch {
    /**
     * One stretch.
     *
     * @param steps its length
     * @param expected the window of the first recording whose traces are in force, -1 before any
     * @param actual the same of the second
     */
    void accept(int steps, int expected, int actual);
  }

  private HeldTraces() {}

  /**
   * Walks.
   *
   * @param steps length of the episode
   * @param expectedInterval window of the first, in steps
   * @param actualInterval window of the second, in steps
   */
  public static void walk(int steps, int expectedInterval, int actualInterval, Stretch stretch) {
    int from = 0;
    while (from < steps) {
      int expected = from / expectedInterval;
      int actual = from / actualInterval;
      long both = Math.min((expected + 1L) * expectedInterval, (actual + 1L) * actualInterval);
      int to = (int) Math.min(steps, both);
      stretch.accept(to - from, expected - 1, actual - 1);
      from = to;
    }
  }
}
