package plastron.slayer.sweep;

import plastron.slayer.surrogate.Surrogate;

/**
 * How gradients are formed and what the tape keeps.
 *
 * @param surrogate stand-in for the derivative of a spike
 * @param throughReset whether gradients flow through the neuron's response to its own spikes
 *     (SLAYER: no)
 * @param checkpointWindows the tape keeps this many windows; earlier ones are recomputed from a
 *     stored state, with the same bits; {@link Integer#MAX_VALUE} keeps everything
 * @param truncateWindows gradients do not flow back over more than this many windows (counted in
 *     blocks from the start of the episode); {@link Integer#MAX_VALUE} for full back-propagation
 */
public record SweepOptions(
    Surrogate surrogate, boolean throughReset, int checkpointWindows, int truncateWindows) {

  public SweepOptions {
    if (checkpointWindows < 1 || truncateWindows < 1) {
      throw new IllegalArgumentException(
          "Sweep options (checkpoint %d windows, truncate %d windows) need at least 1."
              .formatted(checkpointWindows, truncateWindows));
    }
  }

  /** Full back-propagation with a whole tape, no gradient through resets. */
  public static SweepOptions with(Surrogate surrogate) {
    return new SweepOptions(surrogate, false, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
