package plastron.export.trace;

/**
 * How far the plastic weights {@code alpha.E} of a layer are apart, over all synapses and episodes
 * and over all updates; where the two sides update at different steps, over all steps instead, with
 * the values that are in force there.
 *
 * @param layer name
 * @param entries how many numbers were compared
 * @param fullScale largest absolute value of the float model
 * @param floatRms root of the float model's mean square
 * @param rms root of the mean squared difference
 * @param max largest absolute difference
 * @param correlation of the two, 1 if both are constant and equal, 0 if one alone is constant
 */
public record TraceError(
    String layer,
    long entries,
    double fullScale,
    double floatRms,
    double rms,
    double max,
    double correlation) {

  /**
   * {@link #rms} over full scale; 0 if there is no difference, infinite if only the chip's traces
   * move.
   */
  public double relativeRms() {
    return rms == 0 ? 0 : rms / fullScale;
  }

  /**
   * {@link #rms} over {@link #floatRms}: 1 for traces that stay zero, infinite if only the chip's
   * move.
   */
  public double relativeError() {
    return rms == 0 ? 0 : rms / floatRms;
  }

  /**
   * {@link #max} over full scale; 0 if there is no difference, infinite if only the chip's traces
   * move.
   */
  public double relativeMax() {
    return max == 0 ? 0 : max / fullScale;
  }
}
