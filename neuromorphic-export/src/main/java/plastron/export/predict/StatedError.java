package plastron.export.predict;

/**
 * What an export states about the learning of a layer: driven by the same spikes, the chip's {@code
 * alpha.E} stays within this of the float model's.
 *
 * @param layer name
 * @param fullScale largest magnitude of the float model's {@code alpha.E} in calibration; 0 if no
 *     synapse of the layer can change
 * @param rms what is stated: an upper bound on the root mean square of the difference over synapses
 *     and steps; infinite if the float model or the chip's rule leaves all numbers
 * @param systematic the part of {@link #rms} that would be left without rounding: coefficients,
 *     parameters and rates that the chip has in another form
 */
public record StatedError(String layer, double fullScale, double rms, double systematic) {

  /**
   * A chip learns what the model learns while the stated error is at most this share of full scale.
   */
  public static final double MOST_RELATIVE = 0.05;

  public StatedError {
    if (!(fullScale >= 0 && rms >= 0 && systematic >= 0)) {
      throw new IllegalArgumentException(
          "Stated error of layer %s (%s, %s of %s) must not be negative."
              .formatted(layer, rms, systematic, fullScale));
    }
  }

  /**
   * The stated error as a share of full scale; 0 if nothing can change, infinite if anything is.
   */
  public double relative() {
    return rms == 0 || Double.isInfinite(rms) ? rms : rms / fullScale;
  }

  /** Whether the chip learns what the model learns: {@link #relative} is small enough. */
  public boolean isSmall() {
    return relative() <= MOST_RELATIVE;
  }

  /** Whether a measured root mean square keeps the statement. */
  public boolean holds(double measuredRms) {
    // A statement of zero is about values that are all exactly zero.
    return measuredRms <= rms;
  }
}
