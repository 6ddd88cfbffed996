package plastron.loihi.emulator;

import java.util.Arrays;
import plastron.core.ledger.Departure;
import plastron.loihi.arithmetic.CompartmentDecay;
import plastron.loihi.arithmetic.CurrentRegister;

/**
 * The running state of a population of Lava's LIF neurons (lava, PyLifModelBitAcc): 24-bit current
 * that wraps, voltage that saturates, no refractory period. Sums are 32-bit as in the peer.
 */
@Departure(
    from = "Brian2Loihi",
    what =
        "Neurons may be held after a spike, currents never wrap and voltages are never "
            + "limited; here there is no refractory period, u wraps and v is limited, as in "
            + "Lava.",
    reason =
        "Lava's is the bit-accurate model that can be run with learning; models with held "
            + "neurons are refused.",
    test = "VectorsTest.agreesWithTheReference")
@Departure(
    from = "nengo-loihi",
    what = "Limits of v are programmable; here they are those of 24 bits, as in Lava.",
    reason = "No vector reaches them on silicon; clips are counted.",
    test = "CurrentRangeProperties.whatWrapsStaysInTheRegister")
public final class Lif {

  /** Largest magnitude of the voltage. */
  public static final int VOLTAGE_LIMIT = (1 << 23) - 1;

  private static final int SCALE_BITS = 6;

  private final int effectiveDu;
  private final int dv;
  private final int threshold;
  private final int[] bias;
  private final int[] u;
  private final int[] v;
  private final SpikeList spikes;
  private long currentWraps;
  private long voltageClips;

  /** Neurons at rest. */
  public Lif(CompartmentParameters parameters) {
    effectiveDu = parameters.du() + CompartmentDecay.CURRENT_OFFSET;
    dv = parameters.dv();
    threshold = parameters.vth() << SCALE_BITS;
    bias = parameters.bias();
    u = new int[bias.length];
    v = new int[bias.length];
    spikes = new SpikeList(bias.length);
  }

  /**
   * Runs one step.
   *
   * @param activation weighted input of each neuron, not modified
   * @return the spikes of this step, valid until the next one
   */
  public SpikeList step(int[] activation) {
    spikes.clear();
    for (int i = 0; i < u.length; i++) {
      long exact = CompartmentDecay.apply(u[i], effectiveDu) + ((long) activation[i] << SCALE_BITS);
      int current = CurrentRegister.wrapLava((int) exact);
      if (current != exact) {
        currentWraps++;
      }
      u[i] = current;
      long voltage = (long) CompartmentDecay.apply(v[i], dv) + current + bias[i];
      int clipped = (int) Math.clamp(voltage, (long) -VOLTAGE_LIMIT, (long) VOLTAGE_LIMIT);
      if (clipped != voltage) {
        voltageClips++;
      }
      if (clipped > threshold) {
        spikes.add(i);
        clipped = 0;
      }
      v[i] = clipped;
    }
    return spikes;
  }

  /** Puts all neurons at rest; the counts stay. */
  public void reset() {
    Arrays.fill(u, 0);
    Arrays.fill(v, 0);
    spikes.clear();
  }

  /** The current of a neuron after the last step. */
  public int current(int neuron) {
    return u[neuron];
  }

  /** The voltage of a neuron after the last step, already reset if it spiked. */
  public int voltage(int neuron) {
    return v[neuron];
  }

  /** The spikes of the last step, valid until the next one. */
  public SpikeList spikes() {
    return spikes;
  }

  /** Size of the population. */
  public int neurons() {
    return u.length;
  }

  /**
   * How often a current left its 24 bits and wrapped; anything but 0 means the weight scale is too
   * large.
   */
  public long currentWraps() {
    return currentWraps;
  }

  /** How often a voltage saturated. */
  public long voltageClips() {
    return voltageClips;
  }
}
