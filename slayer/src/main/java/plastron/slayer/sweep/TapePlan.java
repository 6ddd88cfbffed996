package plastron.slayer.sweep;

/**
 * Which windows of an episode a tape holds at a time. The windows are cut into runs, of which the
 * tape holds one; a run is cut into stretches, of which the tape holds the rule states. Only the
 * first run and the first stretch may be shorter than the others: what is held when the way forward
 * ends is as long as can be.
 *
 * @param total windows of the episode, at least 0
 * @param run windows of a run, at least 1: potentials, rates, signals and traces of a run are held
 * @param stretch windows of a stretch, from 1 to {@code run}: rule states of all its windows are
 *     held, of other stretches those of the first window
 */
public record TapePlan(int total, int run, int stretch) {

  public TapePlan {
    if (total < 0 || run < 1 || stretch < 1 || stretch > run) {
      throw new IllegalArgumentException(
          "Tape plan (%d windows, runs of %d, stretches of %d) needs stretches within runs."
              .formatted(total, run, stretch));
    }
  }

  /** Number of runs. */
  public int runs() {
    return Math.ceilDiv(total, run);
  }

  /** The run that a window of the episode is in. */
  public int runOf(int window) {
    return (window + runs() * run - total) / run;
  }

  /** The first window of a run; {@code total} for the run after the last. */
  public int start(int number) {
    return Math.max(0, total - (runs() - number) * run);
  }

  /** Number of stretches of a run that is not the first. */
  public int stretches() {
    return Math.ceilDiv(run, stretch);
  }

  /**
   * The stretch that a window is in.
   *
   * @param slot the window, counted from the first of its run
   */
  public int stretchOf(int slot) {
    return place(slot) / stretch;
  }

  /**
   * Where in its stretch a window is, from 0 to {@code stretch - 1}; in a first stretch that is
   * shorter, places begin above 0.
   *
   * @param slot the window, counted from the first of its run
   */
  public int placeOf(int slot) {
    return place(slot) % stretch;
  }

  /** The first window of a stretch, counted from the first of its run. */
  public int stretchStart(int number) {
    return Math.max(0, number * stretch - place(0));
  }

  private int place(int slot) {
    return slot + stretches() * stretch - run;
  }
}
