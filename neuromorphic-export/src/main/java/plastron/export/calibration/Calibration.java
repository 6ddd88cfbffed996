package plastron.export.calibration;

import java.util.List;

/**
 * Ranges measured by running the float model, already in the chip's form, on example inputs.
 *
 * @param episodes number of example inputs, at least 1
 * @param steps steps of all of them together
 * @param populations the input (index 0) and every layer
 * @param layers every layer; layer l receives from population l
 */
public record Calibration(
    int episodes, long steps, List<PopulationRanges> populations, List<LayerRanges> layers) {

  public Calibration {
    populations = List.copyOf(populations);
    layers = List.copyOf(layers);
    if (populations.size() != layers.size() + 1) {
      throw new IllegalArgumentException(
          "Calibration (%d populations, %d layers) needs one population more than layers."
              .formatted(populations.size(), layers.size()));
    }
  }
}
