package plastron.export.stage;

import java.util.List;
import plastron.plasticity.model.PlasticModel;

/**
 * A model in the chip's network form: the numbers are still the model's, neurons, kernels,
 * delivery, latency, rates and interval are what the chip runs.
 *
 * @param outline what later stages know
 * @param model the model in the chip's form; runs as it is in the float simulator
 * @param layers one for every projection, in the order of declaration
 */
public record ValidModel(Outline outline, PlasticModel model, List<ValidLayer> layers) {
  public ValidModel {
    layers = List.copyOf(layers);
  }
}
