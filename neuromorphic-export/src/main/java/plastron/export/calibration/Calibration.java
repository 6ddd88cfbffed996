package plastron.export.calibration;

import java.util.List;

/**
 * Ranges measured by running the float model, already in the chip's form, on example inputs.
 *
 * @param episodes number of example inputs, at least 1
 * @param steps steps of all of them together
 * @param populations all of them, the spike sources included
 * @param layers one for every projection
 */
public record Calibration(
    int episodes, long steps, List<PopulationRanges> populations, List<LayerRanges> layers) {

  public Calibration {
    populations = List.copyOf(populations);
    layers = List.copyOf(layers);
  }
}
