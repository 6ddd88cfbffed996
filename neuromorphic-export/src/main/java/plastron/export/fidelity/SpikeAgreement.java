package plastron.export.fidelity;

/**
 * How well the spikes of a population agree. Every spike of one side may be matched by one spike of
 * the same neuron on the other, at most one step away.
 *
 * @param population name
 * @param floatSpikes spikes of the float model
 * @param chipSpikes spikes of the chip
 * @param matched pairs
 * @param matchedByChance pairs after the chip's spikes were moved in time, every neuron's by
 *     another quarter to three quarters of the episode, around its end
 * @param identical whether the rasters are equal, bit for bit
 * @param floatRate spikes a neuron and step
 * @param chipRate spikes a neuron and step
 * @param rateError root of the summed squared differences of the neurons' spike counts over that of
 *     the float model's squared counts; 0 if nobody fired, infinite if the chip alone fired
 */
public record SpikeAgreement(
    String population,
    long floatSpikes,
    long chipSpikes,
    long matched,
    long matchedByChance,
    boolean identical,
    double floatRate,
    double chipRate,
    double rateError) {

  /**
   * Matched spikes over all, {@code 2 matched / (float + chip)}: 1 for full agreement, 1 too if
   * nobody fired.
   */
  public double coincidence() {
    return share(matched);
  }

  /** As {@link #coincidence} of the spikes that were moved in time. */
  public double chance() {
    return share(matchedByChance);
  }

  private double share(long pairs) {
    long all = floatSpikes + chipSpikes;
    return all == 0 ? 1 : 2.0 * pairs / all;
  }

  /**
   * {@code (coincidence - chance) / (1 - chance)}: 1 for full agreement, 0 for spikes that have
   * nothing to do with each other.
   */
  public double aboveChance() {
    return coincidence() == 1 ? 1 : (coincidence() - chance()) / (1 - chance());
  }

  /** Larger over smaller number of spikes: 1 if nobody fired, infinite if one side alone did. */
  public double ratio() {
    return floatSpikes == chipSpikes
        ? 1
        : (double) Math.max(floatSpikes, chipSpikes) / Math.min(floatSpikes, chipSpikes);
  }
}
