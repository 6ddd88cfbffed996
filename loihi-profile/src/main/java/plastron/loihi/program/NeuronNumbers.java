package plastron.loihi.program;

import java.util.List;

/**
 * The membranes of a layer.
 *
 * @param du programmed current decay, 0..4095
 * @param dv voltage decay, 0..4095
 * @param vth threshold mantissa, 1..131071
 * @param biasMantissa -4095..4095
 * @param biasExponent 0..7
 * @param staticExponents weight exponent of every group of static synapses, at least one
 * @param plasticExponent weight exponent of the plastic synapses
 * @param voltageUnit what 1 of u and v stands for, in the model's units
 */
public record NeuronNumbers(
    int du,
    int dv,
    int vth,
    int biasMantissa,
    int biasExponent,
    List<Integer> staticExponents,
    int plasticExponent,
    double voltageUnit) {

  public NeuronNumbers {
    staticExponents = List.copyOf(staticExponents);
  }
}
