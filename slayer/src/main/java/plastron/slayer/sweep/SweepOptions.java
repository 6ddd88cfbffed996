package plastron.slayer.sweep;

import plastron.slayer.surrogate.Surrogate;

/**
 * How gradients are formed and what the tape keeps.
 *
 * @param surrogate stand-in for the derivative of a spike
 * @param throughReset whether gradients flow through the neuron's response to its own spikes
 *     (SLAYER: no); through a threshold that they raise they always do
 * @param tape how much of an episode is kept for the way back; changes no bit
 * @param truncateWindows gradients do not flow back over more than this many windows (counted in
 *     blocks from the start of the episode); {@link Integer#MAX_VALUE} for full back-propagation
 */
public record SweepOptions(
    Surrogate surrogate, boolean throughReset, TapeLimit tape, int truncateWindows) {

  public SweepOptions {
    if (truncateWindows < 1) {
      throw new IllegalArgumentException(
          "Sweep options (truncate %d windows) need at least 1.".formatted(truncateWindows));
    }
  }

  /** Full back-propagation with a whole tape, no gradient through resets. */
  public static SweepOptions with(Surrogate surrogate) {
    return new SweepOptions(surrogate, false, TapeLimit.NONE, Integer.MAX_VALUE);
  }
}
