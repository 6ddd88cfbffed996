package plastron.spinnaker.emulator;

import java.util.Arrays;
import java.util.List;
import plastron.core.ledger.Departure;
import plastron.spinnaker.fixed.Accum;
import plastron.spinnaker.fixed.UnsignedFract;

/**
 * State of the {@code IF_curr_exp} neurons of one core and their step, bit for bit (section 3 of
 * the SpiNNaker reference data). Results wrap silently as on the chip; every wrap is counted and
 * changes nothing. Single owner, not thread-safe; a step allocates nothing.
 */
@Departure(
    from = "sPyNNaker",
    manner = Departure.Manner.FOLLOWED,
    what =
        "Currents and voltages that leave 32 bits wrap silently; here they wrap and are "
            + "counted.",
    reason = "The chip's bits are kept, and reports show how often it happens.",
    test = "LifWrapsTest.currentsThatAddUpBeyondTheRangeAreACurrentWrap")
public final class LifPopulation {

  private final CurrentLifParameters[] parameters;
  private final int subSteps;
  private final int shiftExc;
  private final int shiftInh;

  private final int[] v;
  private final int[] currentExc;
  private final int[] currentInh;
  private final int[] refract;

  private final int[] rMembrane;
  private final int[] expTc;
  private final int[] vRest;
  private final int[] vReset;
  private final int[] vThresh;
  private final int[] offset;
  private final int[] refractSteps;
  private final long[] decayExc;
  private final long[] decayInh;
  private final long[] initExc;
  private final long[] initInh;

  private long currentWraps;
  private long driveWraps;
  private long voltageWraps;

  /**
   * Sets the neurons up in their initial state.
   *
   * @param neurons one entry a neuron, at least one; all with the same number of sub-steps and time
   *     step
   * @param shiftExc left shift of excitatory ring-buffer values, 0 to 31
   * @param shiftInh left shift of inhibitory ring-buffer values, 0 to 31
   */
  public LifPopulation(List<CurrentLifParameters> neurons, int shiftExc, int shiftInh) {
    if (neurons.isEmpty()) {
      throw new IllegalArgumentException("neurons (0) must be at least 1");
    }
    if (shiftExc < 0 || shiftExc > 31 || shiftInh < 0 || shiftInh > 31) {
      throw new IllegalArgumentException(
          "shifts (%d, %d) must lie within 0 to 31".formatted(shiftExc, shiftInh));
    }
    this.parameters = neurons.toArray(CurrentLifParameters[]::new);
    this.shiftExc = shiftExc;
    this.shiftInh = shiftInh;
    this.subSteps = parameters[0].subSteps();
    int n = parameters.length;
    v = new int[n];
    currentExc = new int[n];
    currentInh = new int[n];
    refract = new int[n];
    rMembrane = new int[n];
    expTc = new int[n];
    refractSteps = new int[n];
    decayExc = new long[n];
    decayInh = new long[n];
    initExc = new long[n];
    initInh = new long[n];
    vRest = neurons.stream().mapToInt(CurrentLifParameters::vRest).toArray();
    vReset = neurons.stream().mapToInt(CurrentLifParameters::vReset).toArray();
    vThresh = neurons.stream().mapToInt(CurrentLifParameters::vThresh).toArray();
    offset = neurons.stream().mapToInt(CurrentLifParameters::iOffset).toArray();
    for (int j = 0; j < n; j++) {
      CurrentLifParameters p = parameters[j];
      if (p.subSteps() != subSteps || p.timeStep() != parameters[0].timeStep()) {
        throw new IllegalArgumentException(
            "neuron %d (raw time step %d in %d sub-steps) must share that of neuron 0"
                .formatted(j, p.timeStep(), p.subSteps()));
      }
      LifConstants c = LifConstants.of(p);
      rMembrane[j] = c.rMembrane();
      expTc[j] = c.expTc();
      refractSteps[j] = c.refractSteps();
      decayExc[j] = c.decayExc();
      decayInh[j] = c.decayInh();
      initExc[j] = c.initExc();
      initInh[j] = c.initInh();
    }
    reset();
  }

  /** Puts all neurons back into their initial state; the counters stay. */
  public void reset() {
    for (int j = 0; j < parameters.length; j++) {
      CurrentLifParameters p = parameters[j];
      v[j] = p.vInit();
      currentExc[j] = p.excInit();
      currentInh[j] = p.inhInit();
      refract[j] = p.refractTimerInit();
    }
  }

  /**
   * First half of a step: adds the arriving input to the currents. What the chip records is the
   * state after this.
   *
   * @param excitatory ring-buffer values, length {@link #size}, 0 to 65535; not modified
   * @param inhibitory ring-buffer values, length {@link #size}, 0 to 65535; not modified
   */
  public void receive(int[] excitatory, int[] inhibitory) {
    currentWraps += receive(excitatory, shiftExc, initExc, currentExc);
    currentWraps += receive(inhibitory, shiftInh, initInh, currentInh);
  }

  private static long receive(int[] raw, int shift, long[] init, int[] current) {
    long wraps = 0;
    for (int j = 0; j < current.length; j++) {
      // Without a branch, although most values are 0: which ones, nobody can predict.
      long x = (long) raw[j] << shift;
      long sum = (long) current[j] + UnsignedFract.multiply((int) x, init[j]);
      current[j] = (int) sum;
      long lost = (x >>> 31) | (sum ^ current[j]);
      wraps += (lost | -lost) >>> 63;
    }
    return wraps;
  }

  /**
   * Second half of a step: integrates, spikes, and lets the currents decay.
   *
   * @param spikes length {@link #size} or more; its first entries become the indices of the neurons
   *     that spiked, ascending
   * @return how many neurons spiked; a neuron that spikes in several sub-steps counts once
   */
  public int update(int[] spikes) {
    int count = 0;
    for (int j = 0; j < v.length; j++) {
      boolean spiked = false;
      for (int s = 0; s < subSteps; s++) {
        if (refract[j] <= 0) {
          integrate(j);
        } else {
          refract[j]--;
        }
        if (v[j] >= vThresh[j]) {
          spiked = true;
          v[j] = vReset[j];
          refract[j] = refractSteps[j];
        }
        currentExc[j] = UnsignedFract.multiply(currentExc[j], decayExc[j]);
        currentInh[j] = UnsignedFract.multiply(currentInh[j], decayInh[j]);
      }
      if (spiked) {
        spikes[count++] = j;
      }
    }
    return count;
  }

  private void integrate(int j) {
    long exactInput = (long) currentExc[j] - currentInh[j] + offset[j];
    int input = (int) exactInput;
    long exactDrive = ((long) input * rMembrane[j]) >> 15;
    long exactAsymptote = (int) exactDrive + (long) vRest[j];
    int asymptote = (int) exactAsymptote;
    long exactGap = (long) asymptote - v[j];
    int gap = (int) exactGap;
    long exactV = asymptote - (((long) expTc[j] * gap) >> 15);
    v[j] = (int) exactV;
    if (input != exactInput) {
      currentWraps++;
    }
    if ((int) exactDrive != exactDrive || asymptote != exactAsymptote) {
      driveWraps++;
    }
    if (gap != exactGap || v[j] != exactV) {
      voltageWraps++;
    }
  }

  /** Number of neurons. */
  public int size() {
    return v.length;
  }

  /** Membrane voltage of a neuron, s16.15, mV. */
  public int v(int neuron) {
    return v[neuron];
  }

  /** Excitatory current of a neuron, s16.15, nA. */
  public int excitatoryCurrent(int neuron) {
    return currentExc[neuron];
  }

  /** Inhibitory current of a neuron, s16.15, nA. */
  public int inhibitoryCurrent(int neuron) {
    return currentInh[neuron];
  }

  /** Remaining refractory sub-steps of a neuron. */
  public int refractory(int neuron) {
    return refract[neuron];
  }

  /** Membrane voltages, s16.15; a copy. */
  public int[] voltages() {
    return Arrays.copyOf(v, v.length);
  }

  /** How often the sum of currents, or a weight shifted left, left the range of {@link Accum}. */
  public long currentWraps() {
    return currentWraps;
  }

  /** How often {@code R * I + v_rest} left the range of {@link Accum}. */
  public long driveWraps() {
    return driveWraps;
  }

  /** How often the voltage or its distance from the asymptote left the range of {@link Accum}. */
  public long voltageWraps() {
    return voltageWraps;
  }
}
