package plastron.export.stage;

import java.util.List;
import plastron.export.calibration.Calibration;

/**
 * A model with the ranges that its quantities take on example inputs.
 *
 * @param outline what later stages know
 * @param calibration all ranges
 * @param layers the layers with theirs
 * @param <R> the profile's type for a rule on the chip
 */
public record CalibratedModel<R>(
    Outline outline, Calibration calibration, List<CalibratedLayer<R>> layers) {
  public CalibratedModel {
    layers = List.copyOf(layers);
  }
}
