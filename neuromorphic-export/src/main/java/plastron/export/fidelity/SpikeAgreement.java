package plastron.export.fidelity;

/**
 * How well the spikes of a population agree. Every spike of one side may be matched by one spike of
 * the same neuron on the other, at most one step away.
 *
 * @param population name
 * @param floatSpikes spikes of the float model
 * @param chipSpikes spikes of the chip
 * @param matched pairs
 * @param identical whether the rasters are equal, bit for bit
 * @param floatRate spikes a neuron and step
 * @param chipRate spikes a neuron and step
 */
public record SpikeAgreement(
    String population,
    long floatSpikes,
    long chipSpikes,
    long matched,
    boolean identical,
    double floatRate,
    double chipRate) {

  /**
   * Matched spikes over all, {@code 2 matched / (float + chip)}: 1 for full agreement, 1 too if
   * nobody fired.
   */
  public double coincidence() {
    long all = floatSpikes + chipSpikes;
    return all == 0 ? 1 : 2.0 * matched / all;
  }
}
