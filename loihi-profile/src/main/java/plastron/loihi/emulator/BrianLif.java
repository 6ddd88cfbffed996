package plastron.loihi.emulator;

import plastron.core.ledger.Departure;
import plastron.loihi.arithmetic.CompartmentDecay;

/**
 * A population of Brian2Loihi's LIF neurons, published as exact against Loihi 1 silicon (Michaelis
 * et al. 2022): the decays are the effective ones, there is a refractory period, and input of a
 * step counts in that step. The peer has neither a wrap of the current nor a clip of the voltage.
 */
@Departure(
    from = "Lava",
    what =
        "The decay of u is du + 1 and input counts one step later; here decays are the "
            + "effective ones and input counts at once.",
    reason =
        "Brian2Loihi's neuron, published as exact against Loihi 1, kept beside Lava's for "
            + "conformance; compiled models run on the other.",
    test = "VectorsTest.agreesWithTheReference")
public final class BrianLif {

  private final int decayI;
  private final int decayV;
  private final int threshold;
  private final int refractory;
  private final int[] current;
  private final int[] v;
  private final int[] hold;
  private final SpikeList spikes;

  /**
   * Neurons at rest.
   *
   * @param neurons size of the population
   * @param decayI effective current decay, 0..4096 (Lava's {@code du + 1})
   * @param decayV voltage decay, 0..4096
   * @param vth threshold mantissa, 0..131071
   * @param refractory 1..64 steps; 1 means that v is free again in the next step
   */
  public BrianLif(int neurons, int decayI, int decayV, int vth, int refractory) {
    if (refractory < 1 || refractory > 64) {
      throw new IllegalArgumentException(
          "The refractory period (%d) should be in [1, 64].".formatted(refractory));
    }
    this.decayI = decayI;
    this.decayV = decayV;
    this.threshold = vth << 6;
    this.refractory = refractory;
    this.current = new int[neurons];
    this.v = new int[neurons];
    this.hold = new int[neurons];
    this.spikes = new SpikeList(neurons);
  }

  /**
   * Runs one step.
   *
   * @param input current added to each neuron in this step, not modified
   * @return the spikes of this step, valid until the next one
   */
  public SpikeList step(int[] input) {
    spikes.clear();
    for (int i = 0; i < v.length; i++) {
      current[i] = CompartmentDecay.apply(current[i], decayI) + input[i];
      if (hold[i] > 0) {
        hold[i]--;
      } else {
        v[i] = CompartmentDecay.apply(v[i], decayV) + current[i];
      }
      if (v[i] > threshold) {
        spikes.add(i);
        v[i] = 0;
        hold[i] = refractory - 1;
      }
    }
    return spikes;
  }

  /** The current of a neuron after the last step. */
  public int current(int neuron) {
    return current[neuron];
  }

  /** The voltage of a neuron after the last step. */
  public int voltage(int neuron) {
    return v[neuron];
  }
}
