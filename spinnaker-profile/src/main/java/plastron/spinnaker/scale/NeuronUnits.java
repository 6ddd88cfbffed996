package plastron.spinnaker.scale;

import java.util.Optional;
import plastron.core.network.Neuron;
import plastron.spinnaker.emulator.CurrentLifParameters;
import plastron.spinnaker.emulator.LifConstants;
import plastron.spinnaker.fixed.Accum;
import plastron.spinnaker.fixed.SpinnakerRegister;
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
    CurrentLifParameters parameters,
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
   * @return empty if the report refused
   */
  static Optional<NeuronUnits> choose(
      Neuron.Lif neuron, double synapticDecay, int weightExponent, NeuronReport report) {
    int tauSyn = TimeConstants.synaptic(synapticDecay);
    int tauM = TimeConstants.membrane(neuron.decay().uniform());
    double d = TimeConstants.synapticDecay(tauSyn);
    double e = TimeConstants.membraneDecay(tauM);
    long decayRaw = LifConstants.decay(Accum.ONE, tauSyn);
    double init = UnsignedFract.toDouble(LifConstants.inputScale(Accum.ONE, tauSyn, decayRaw));

    double input = PowerOfTwo.of(weightExponent + 1) / (1 - d);
    double bias = Math.abs(neuron.bias().uniform());
    double largestVoltage = Math.max((input + bias) / (1 - e), neuron.theta().uniform());
    double scale = Math.scalb(1.0, Math.getExponent(MAX_VOLTAGE / largestVoltage));

    int shift = 15;
    while (shift > 0
        && ((input + bias) * init * PowerOfTwo.of(shift - weightExponent) > MAX_CURRENT
            || resistance(scale, shift, weightExponent, e, init) < 1)) {
      shift--;
    }
    double wanted = resistance(scale, shift, weightExponent, e, init);
    double unit = init * PowerOfTwo.of(shift - weightExponent);
    long cM = capacitance(tauM, wanted);
    long offset = SpinnakerRegister.I_OFFSET.nearest(neuron.bias().uniform() * unit);
    if (!SpinnakerRegister.C_M.holds(cM) || !SpinnakerRegister.I_OFFSET.holds(offset)) {
      report.outOfReach(bias, neuron.theta().uniform(), input / (1 - e), weightExponent, 1 - e);
      return Optional.empty();
    }
    double voltage = (1 - e) * Accum.toDouble(Accum.divide(tauM, (int) cM)) * unit;
    long threshold = SpinnakerRegister.V_THRESH.nearest(neuron.theta().uniform() * voltage);
    long refractory = SpinnakerRegister.T_REFRACT.nearest(neuron.refractorySteps());
    if (!SpinnakerRegister.V_THRESH.holds(threshold)
        || !SpinnakerRegister.T_REFRACT.holds(refractory)) {
      report.threshold(
          neuron.theta().uniform(), SpinnakerRegister.V_THRESH.real(1) / voltage, input);
      return Optional.empty();
    }
    CurrentLifParameters parameters =
        new CurrentLifParameters(
            0,
            0,
            (int) cM,
            tauM,
            (int) offset,
            0,
            (int) refractory,
            0,
            Accum.ONE,
            (int) threshold,
            tauSyn,
            0,
            tauSyn,
            0,
            1);
    return Optional.of(new NeuronUnits(parameters, shift, voltage, unit, d, e));
  }

  /** c_m for a resistance of about this much, one that fits s16.15. */
  private static long capacitance(int tauM, double resistance) {
    long least = (((long) tauM << 15) / Integer.MAX_VALUE) + 1;
    return Math.max(least, SpinnakerRegister.C_M.nearest(Accum.toDouble(tauM) / resistance));
  }

  private static double resistance(
      double scale, int shift, int weightExponent, double e, double init) {
    return scale * PowerOfTwo.of(weightExponent - shift) / ((1 - e) * init);
  }
}
