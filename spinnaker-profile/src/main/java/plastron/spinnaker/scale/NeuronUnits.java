package plastron.spinnaker.scale;

import plastron.core.network.Neuron;
import plastron.spinnaker.emulator.LifConstants;
import plastron.spinnaker.emulator.LifParameters;
import plastron.spinnaker.fixed.Accum;
import plastron.spinnaker.fixed.UnsignedFract;

/**
 * The {@code IF_curr_exp} neuron that behaves like {@code v(t) = decay v(t-1) + i(t) + bias} with
 * {@code i(t) = d i(t-1) + w}. The core computes {@code I += x init}, {@code v = a - e (a - v)}
 * with {@code a = R I}: with {@code e} the decay and v in units of 1/S, that is the same if {@code
 * (1 - e) R init u = S}, u being the core's unit of current for a weight of one. S is the largest
 * power of two for which no voltage can wrap whatever the input: the ring buffer saturates at
 * {@code 2^(w+1)} first. R takes up the rest, and the threshold what R's rounding leaves.
 *
 * @param parameters of every neuron
 * @param ringShift left shift of ring-buffer values, both receptors
 * @param voltage the core's voltage for a potential of one
 * @param current the core's current for a model current of one
 * @param currentDecay factor per step that the core makes of tau_syn
 * @param voltageDecay factor per step that the core makes of tau_m
 */
record NeuronUnits(
    LifParameters parameters,
    int ringShift,
    double voltage,
    double current,
    double currentDecay,
    double voltageDecay) {

  /** Voltages and their distance from the asymptote must stay below 65536 (s16.15). */
  private static final double MAX_VOLTAGE = 32000;

  private static final double MAX_CURRENT = 16384;

  /**
   * Chooses the units.
   *
   * @param neuron hard reset, decay below 1
   * @param synapticDecay factor per step on the current
   * @param weightExponent weights are stored as fractions of {@code 2^weightExponent}
   * @throws IllegalArgumentException if a parameter leaves s16.15
   */
  static NeuronUnits choose(Neuron.Lif neuron, double synapticDecay, int weightExponent) {
    int tauSyn = TimeConstants.synaptic(synapticDecay);
    int tauM = TimeConstants.membrane(neuron.decay());
    double d = TimeConstants.synapticDecay(tauSyn);
    double e = TimeConstants.membraneDecay(tauM);
    long decayRaw = LifConstants.decay(Accum.ONE, tauSyn);
    double init = UnsignedFract.toDouble(LifConstants.inputScale(Accum.ONE, tauSyn, decayRaw));

    double largestInput = PowerOfTwo.of(weightExponent + 1) / (1 - d) + Math.abs(neuron.bias());
    double largestVoltage = Math.max(largestInput / (1 - e), neuron.theta());
    double scale = Math.scalb(1.0, Math.getExponent(MAX_VOLTAGE / largestVoltage));

    int shift = 15;
    while (shift > 0
        && (current(shift, init, d) > MAX_CURRENT
            || resistance(scale, shift, weightExponent, e, init) < 1)) {
      shift--;
    }
    double wanted = resistance(scale, shift, weightExponent, e, init);
    int cM = Math.max(1, Accum.fromDouble("c_m", Accum.toDouble(tauM) / wanted));
    double unit = init * PowerOfTwo.of(shift - weightExponent);
    double voltage = (1 - e) * Accum.toDouble(Accum.divide(tauM, cM)) * unit;
    LifParameters parameters =
        new LifParameters(
            0,
            0,
            cM,
            tauM,
            Accum.fromDouble("bias current", neuron.bias() * unit),
            0,
            Accum.fromDouble("refractory time", neuron.refractorySteps()),
            0,
            Accum.ONE,
            Accum.fromDouble("threshold", neuron.theta() * voltage),
            tauSyn,
            0,
            tauSyn,
            0,
            1);
    return new NeuronUnits(parameters, shift, voltage, unit, d, e);
  }

  private static double current(int shift, double init, double decay) {
    return PowerOfTwo.of(shift + 1) * init / (1 - decay);
  }

  private static double resistance(
      double scale, int shift, int weightExponent, double e, double init) {
    return scale * PowerOfTwo.of(weightExponent - shift) / ((1 - e) * init);
  }
}
