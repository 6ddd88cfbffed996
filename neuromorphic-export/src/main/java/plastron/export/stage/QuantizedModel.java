package plastron.export.stage;

import java.util.List;
import plastron.export.calibration.Calibration;

/**
 * A model of integers.
 *
 * @param outline what later stages know
 * @param calibration the ranges behind the scales
 * @param layers one for every projection, in the order of declaration
 * @param <P> the profile's type for a program
 */
public record QuantizedModel<P>(
    Outline outline, Calibration calibration, List<QuantizedLayer<P>> layers) {
  public QuantizedModel {
    layers = List.copyOf(layers);
  }

  /** The layers of a population, at least one unless it is a spike source. */
  public List<QuantizedLayer<P>> into(int population) {
    return layers.stream().filter(layer -> layer.to() == population).toList();
  }
}
