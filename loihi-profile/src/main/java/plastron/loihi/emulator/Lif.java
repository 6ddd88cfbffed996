package plastron.loihi.emulator;

import java.util.Arrays;
import plastron.core.ledger.Departure;
import plastron.loihi.arithmetic.CompartmentDecay;
import plastron.loihi.arithmetic.CurrentRegister;
import plastron.loihi.arithmetic.LoihiArithmetic;

/**
 * The running state of a population of LIF neurons (lava, PyLifModelBitAcc; brian2_loihi,
 * LoihiNeuronGroup): what leaves the 24 bits of current or voltage is counted, and becomes what the
 * arithmetic makes of it.
 */
@Departure(
    from = "Brian2Loihi",
    what =
        "Spikes of generators count in their own step and decays are the effective ones; here "
            + "every spike counts a step later and the decay of u is du + 1, as in Lava.",
    reason = "Images have one convention of time, whichever arithmetic they are run with.",
    test = "VectorsTest.agreesWithTheReference")
@Departure(
    from = "nengo-loihi",
    what = "Limits of v are programmable; here they are those of 24 bits, as in Lava.",
    reason = "No vector reaches them on silicon; clips are counted.",
    test = "CurrentRangeProperties.whatWrapsStaysInTheRegister")
public final class Lif {

  /** Largest magnitude of a voltage that fits 24 bits. */
  public static final int VOLTAGE_LIMIT = (1 << 23) - 1;

  private static final int SCALE_BITS = 6;

  private final int effectiveDu;
  private final int dv;
  private final int threshold;
  private final int refractory;
  private final int[] bias;
  private final LoihiArithmetic arithmetic;
  private final int largestVoltage;
  private final int[] u;
  private final int[] v;
  private final int[] hold;
  private final SpikeList spikes;
  private long currentWraps;
  private long voltageClips;

  /** Neurons at rest. */
  public Lif(CompartmentParameters parameters, LoihiArithmetic arithmetic) {
    this.arithmetic = arithmetic;
    largestVoltage = arithmetic.largestVoltage();
    effectiveDu = parameters.du() + CompartmentDecay.CURRENT_OFFSET;
    dv = parameters.dv();
    threshold = parameters.vth() << SCALE_BITS;
    refractory = parameters.refractory();
    bias = parameters.bias();
    u = new int[bias.length];
    v = new int[bias.length];
    hold = new int[bias.length];
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
      int current = (int) exact;
      if (exact <= -CurrentRegister.HALF || exact > CurrentRegister.HALF) {
        currentWraps++;
        current = arithmetic.current(exact);
      }
      u[i] = current;
      if (hold[i] > 0) {
        hold[i]--;
        continue;
      }
      long voltage = (long) CompartmentDecay.apply(v[i], dv) + current + bias[i];
      if (Math.abs(voltage) > VOLTAGE_LIMIT) {
        voltageClips++;
      }
      int clipped = Math.clamp(voltage, -largestVoltage, largestVoltage);
      if (clipped > threshold) {
        spikes.add(i);
        clipped = 0;
        hold[i] = refractory - 1;
      }
      v[i] = clipped;
    }
    return spikes;
  }

  /** Puts all neurons at rest; the counts stay. */
  public void reset() {
    Arrays.fill(u, 0);
    Arrays.fill(v, 0);
    Arrays.fill(hold, 0);
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

  /** How often a current left its 24 bits; anything but 0 means the weight scale is too large. */
  public long currentWraps() {
    return currentWraps;
  }

  /** How often a voltage left its 24 bits. */
  public long voltageClips() {
    return voltageClips;
  }
}
