package plastron.spinnaker.program;

import java.util.Optional;
import plastron.spinnaker.emulator.CurrentLifParameters;
import plastron.spinnaker.plasticity.LayerNumbers;

/**
 * A layer as it was read from an image, every number within its range.
 *
 * @param name of the layer
 * @param from index of the population that sends
 * @param to index of the population that receives
 * @param inputs number of presynaptic neurons
 * @param size number of neurons
 * @param neuron parameters of every neuron
 * @param ringShift left shift of ring-buffer values, both receptors
 * @param weights the fixed weights, {@code [nPre][nPost]}, s0.15
 * @param weightStep one LSB of weights in the model's units
 * @param learning the learning part; empty for fixed weights
 */
public record LoadedLayer(
    String name,
    int from,
    int to,
    int inputs,
    int size,
    CurrentLifParameters neuron,
    int ringShift,
    int[][] weights,
    double weightStep,
    Optional<Learning> learning) {

  /**
   * The learning part.
   *
   * @param program coefficients and shifts
   * @param numbers by neuron or synapse
   */
  public record Learning(SpinnakerProgram.Plastic program, LayerNumbers numbers) {}
}
