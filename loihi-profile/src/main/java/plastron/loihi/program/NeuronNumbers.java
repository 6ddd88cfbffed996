package plastron.loihi.program;

/**
 * The membranes of a layer.
 *
 * @param du programmed current decay, 0..4095
 * @param dv voltage decay, 0..4095
 * @param vth threshold mantissa, 1..131071
 * @param biasMantissa -4095..4095
 * @param biasExponent 0..7
 * @param staticExponent weight exponent of the static synapses
 * @param plasticExponent weight exponent of the plastic synapses
 * @param voltageUnit what 1 of u and v stands for, in the model's units
 */
public record NeuronNumbers(
    int du,
    int dv,
    int vth,
    int biasMantissa,
    int biasExponent,
    int staticExponent,
    int plasticExponent,
    double voltageUnit) {}
