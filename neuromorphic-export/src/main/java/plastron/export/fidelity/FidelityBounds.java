package plastron.export.fidelity;

/**
 * What a chip must keep to pass.
 *
 * @param accuracyLossPoints most percentage points of accuracy it may lose
 * @param traceRms most {@link TraceError#relativeRms} of any layer
 * @param coincidence least {@link SpikeAgreement#coincidence} of any population
 */
public record FidelityBounds(double accuracyLossPoints, double traceRms, double coincidence) {

  /**
   * Two points of accuracy, five hundredths of full scale for the traces; spikes are reported, not
   * judged.
   */
  public static final FidelityBounds DEFAULT = new FidelityBounds(2, 0.05, 0);
}
