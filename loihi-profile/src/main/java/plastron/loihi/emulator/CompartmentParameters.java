package plastron.loihi.emulator;

import plastron.loihi.arithmetic.BiasEncoding;

/**
 * A population of LIF neurons.
 *
 * @param du programmed current decay, 0..4095; the effective one is {@code du + 1}
 * @param dv voltage decay, 0..4096
 * @param vth threshold mantissa, 0..131071 (17 bits); the threshold is {@code vth * 64}
 * @param refractory 1..64 steps; 1 means that v is free again in the step after a spike (Lava's
 *     model has nothing else)
 * @param bias bias current of each neuron, see {@link BiasEncoding#value}; its length is the size
 *     of the population
 */
@SuppressWarnings(
    "ArrayRecordComponent") // integer matrices are this record's whole point; equality is never
// asked
public record CompartmentParameters(int du, int dv, int vth, int refractory, int[] bias) {

  /** Checks the ranges and copies the bias. */
  public CompartmentParameters {
    bias = bias.clone();
    if (du < 0 || du > 4095 || dv < 0 || dv > 4096) {
      throw new IllegalArgumentException(
          "The decays du (%d) and dv (%d) should be in [0, 4095] and [0, 4096].".formatted(du, dv));
    }
    if (refractory < 1 || refractory > 64) {
      throw new IllegalArgumentException(
          "The refractory period (%d) should be in [1, 64].".formatted(refractory));
    }
    if (vth < 0 || vth > 131071) {
      throw new IllegalArgumentException(
          "The threshold mantissa (%d) should be in [0, 131071]. Maybe lower the weight scale."
              .formatted(vth));
    }
  }

  /**
   * Without a refractory period, with a bias given as the chip stores it; both arrays have one
   * entry a neuron and are not modified.
   */
  public static CompartmentParameters encoded(
      int du, int dv, int vth, int[] mantissa, int[] exponent) {
    int[] bias = new int[mantissa.length];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = BiasEncoding.value(mantissa[i], exponent[i]);
    }
    return new CompartmentParameters(du, dv, vth, 1, bias);
  }

  /** A copy of the bias currents. */
  @Override
  public int[] bias() {
    return bias.clone();
  }

  /** Size of the population. */
  public int neurons() {
    return bias.length;
  }
}
