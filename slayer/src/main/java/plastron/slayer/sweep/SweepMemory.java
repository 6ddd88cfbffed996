package plastron.slayer.sweep;

import plastron.core.spikes.SpikeRaster;

/**
 * What a sweep over a model and its tapes take, known before they are made.
 *
 * @param bytes of a sweep
 * @param steps greatest number of steps of a window
 * @param sizes of all populations; not copied: treat as read-only
 * @param potentials bytes of the potentials that a tape keeps of every step
 * @param modules bytes of what modules keep of every window of an episode
 * @param window bytes of a window on a tape without its rule states
 * @param state bytes of the rule states of a window
 * @param boundary bytes of all that evolves during an episode
 * @param past bytes of what the tape of a chunk has to know besides of the steps before it
 */
public record SweepMemory(
    long bytes,
    int steps,
    int[] sizes,
    long potentials,
    long modules,
    long window,
    long state,
    long boundary,
    long past) {

  /**
   * How often a neuron spikes where nobody has seen it yet, spikes per step: trained networks are
   * near it.
   */
  private static final double EXPECTED_RATE = 0.1;

  /** What the tape of an episode may come to take, and what is planned with. */
  TapeLimit.Sizes most(int episode) {
    return tape(episode, 1);
  }

  private TapeLimit.Sizes tape(int episode, double rate) {
    long rasters = episode * potentials + Math.ceilDiv(episode, steps) * modules;
    long lists = 0;
    for (int size : sizes) {
      rasters += SpikeRaster.bytes(episode, size);
      lists += SpikeEvents.bytes(steps, size, rate);
    }
    return new TapeLimit.Sizes(rasters, window, lists + state, boundary);
  }

  /** Bytes of the tape of a chunk of so many steps, as far as neurons spike as expected. */
  public long chunkTape(TapeLimit limit, int chunk) {
    return boundary + past + tape(chunk, EXPECTED_RATE).of(chunkPlan(limit, chunk));
  }

  /** What is kept of an episode of so many steps. */
  public TapePlan plan(TapeLimit limit, int episode) {
    return limit.plan(Math.ceilDiv(episode, steps), most(episode));
  }

  /** The same of a chunk that goes on from a state, where it begins included. */
  public TapePlan chunkPlan(TapeLimit limit, int chunk) {
    TapeLimit.Sizes most = most(chunk);
    return limit.plan(
        Math.ceilDiv(chunk, steps),
        new TapeLimit.Sizes(
            most.episode() + boundary + past, most.window(), most.state(), most.boundary()));
  }

  /** Bytes of the tape of an episode of so many steps, as far as neurons spike as expected. */
  public long tape(TapeLimit limit, int episode) {
    return tape(episode, EXPECTED_RATE).of(plan(limit, episode));
  }
}
