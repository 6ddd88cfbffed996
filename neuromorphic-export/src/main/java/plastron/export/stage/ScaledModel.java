package plastron.export.stage;

import java.util.List;
import plastron.export.calibration.Calibration;

/**
 * A model for which every scale is chosen.
 *
 * @param outline what later stages know
 * @param calibration the ranges behind the choice
 * @param layers the layers with their programs
 * @param <P> the profile's type for a program
 */
public record ScaledModel<P>(
    Outline outline, Calibration calibration, List<ScaledLayer<P>> layers) {
  public ScaledModel {
    layers = List.copyOf(layers);
  }
}
