package plastron.core.simulate;

/** Times of steps. */
public final class GridTime {

  /** Digits behind the point of a millisecond that a time has. */
  private static final double FINEST = 1e9;

  private GridTime() {}

  /**
   * The end of a step, ms, without the digits that multiplying adds: 0.3, not 0.30000000000000004.
   */
  public static double ms(long step, double dtMs) {
    return Math.rint(step * dtMs * FINEST) / FINEST;
  }

  /** The step in which a time falls, the first that does not end ({@code step dt}) before it. */
  public static long step(double timeMs, double dtMs) {
    long step = (long) Math.ceil(timeMs / dtMs);
    // The quotient is rounded; the ends of steps decide.
    while (step * dtMs < timeMs) {
      step++;
    }
    while ((step - 1) * dtMs >= timeMs) {
      step--;
    }
    return step;
  }
}
