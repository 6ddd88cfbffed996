package plastron.slayer.sweep;

/**
 * How much of an episode a tape keeps for the way back. What it does not keep is recomputed, with
 * the same bits.
 *
 * <p>A window's rule states are large (a number or more for every synapse) and cheap to recompute:
 * they follow from the states of an earlier window and from the rates and signals in between, with
 * neither currents nor neurons. Everything else about a window is small (some numbers for every
 * neuron and step) and needs a whole forward sweep. Therefore, in this order:
 *
 * <ol>
 *   <li>The small part is kept of as many windows as the memory allows beside the fewest rule
 *       states that will do, which are those of about two square roots of that many windows. Unless
 *       this is the whole episode, each window beyond is run forwards a second time, from all that
 *       evolves, stored where its run of windows begins.
 *   <li>Memory that is left holds rule states, in one stretch of a run and where every other
 *       stretch begins. Every state that is not kept is recomputed once, so that the longest
 *       stretch is the cheapest.
 * </ol>
 *
 * <p>If even the fewest do not fit, the plan is the one that needs the least memory.
 *
 * @param windows greatest number of windows, at least 1; {@link Integer#MAX_VALUE} for as many as
 *     the memory allows
 * @param bytes memory of one tape, at least 1
 */
public record TapeLimit(int windows, long bytes) {

  /** Everything is kept. */
  public static final TapeLimit NONE = new TapeLimit(Integer.MAX_VALUE, Long.MAX_VALUE);

  public TapeLimit {
    if (windows < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "Tape (%d windows, %d bytes) needs at least 1 of both.".formatted(windows, bytes));
    }
  }

  /**
   * What a tape takes.
   *
   * @param episode bytes that any tape of the episode takes: its spikes
   * @param window bytes of a window on the tape without its rule states
   * @param state bytes of the rule states of a window, and what else is held only in a stretch: the
   *     lists of its spikes, as long as they can become
   * @param boundary bytes of all that evolves during an episode
   */
  public record Sizes(long episode, long window, long state, long boundary) {

    /** Bytes of a tape. */
    public long of(TapePlan plan) {
      int boundaries = plan.runs() > 1 ? plan.runs() : 0;
      return episode
          + plan.run() * window
          + (plan.stretch() + plan.stretches()) * state
          + boundaries * boundary;
    }
  }

  /**
   * Which windows of an episode are kept.
   *
   * @param total windows of the episode, at least 0
   */
  public TapePlan plan(int total, Sizes sizes) {
    int most = Math.clamp(total, 1, windows);
    TapePlan small = least(total, most);
    for (int run = most; run > 0 && sizes.of(small) > bytes; run--) {
      TapePlan shorter = least(total, run);
      if (sizes.of(shorter) <= bytes || sizes.of(shorter) < sizes.of(small)) {
        small = shorter;
      }
    }
    for (int stretch = small.run(); stretch > small.stretch(); stretch--) {
      TapePlan larger = new TapePlan(total, small.run(), stretch);
      if (sizes.of(larger) <= bytes) {
        return larger;
      }
    }
    return small;
  }

  /** Runs of a length, with the fewest rule states. */
  private static TapePlan least(int total, int run) {
    return new TapePlan(total, run, (int) Math.ceil(Math.sqrt(run)));
  }
}
