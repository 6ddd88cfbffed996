package plastron.export.fidelity;

import java.util.Optional;
import plastron.export.predict.StatedError;

/**
 * How far the plastic weights of a layer are apart when both sides' rules are driven by the same
 * spikes, those of the float model: what the learning engine alone does to {@code alpha.E}.
 *
 * @param layer name
 * @param fullScale largest absolute value of the float model
 * @param rms root of the mean squared difference over synapses and steps
 * @param stated what the export states; empty if it states nothing
 */
public record DrivenError(
    String layer, double fullScale, double rms, Optional<StatedError> stated) {

  /** The measured error as a share of the stated one, 1 at most if the statement is kept. */
  public double ofStated() {
    double bound = stated.map(StatedError::rms).orElse(Double.POSITIVE_INFINITY);
    return rms == 0 ? 0 : rms / bound;
  }
}
