package plastron.tasks.bench;

import java.util.function.DoubleSupplier;

/**
 * Repeats a piece of work until it takes no less time any more: the just-in-time compiler needs
 * some seconds, on processors that others use as well.
 *
 * @param work does it once and says how many seconds it took
 */
record WarmUp(DoubleSupplier work) {

  private static final int GROUP = 10;
  private static final double SHORTEST_S = 4;
  private static final double LONGEST_S = 60;
  private static final double STEADY = 0.97;

  /**
   * Repeats until the fastest of ten is hardly faster than all before, or a minute has passed.
   *
   * @return the seconds that all of it took
   */
  double run() {
    double spent = 0;
    double before = Double.POSITIVE_INFINITY;
    while (spent < LONGEST_S) {
      double fastest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < GROUP && spent < LONGEST_S; i++) {
        double seconds = work.getAsDouble();
        fastest = Math.min(fastest, seconds);
        spent += seconds;
      }
      if (spent >= SHORTEST_S && fastest > STEADY * before) {
        return spent;
      }
      before = Math.min(before, fastest);
    }
    return spent;
  }
}
