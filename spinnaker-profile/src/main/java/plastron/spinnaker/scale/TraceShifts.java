package plastron.spinnaker.scale;

import java.util.EnumMap;
import java.util.Map;
import plastron.spinnaker.fixed.SpinnakerRegister;
import plastron.spinnaker.legal.CoreRule;
import plastron.spinnaker.plasticity.KernelShifts;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;
import plastron.spinnaker.plasticity.TraceLoss;

/** How many bits the products of a kernel drop, so that each result is in its format. */
final class TraceShifts {

  /** More than any product has bits. */
  private static final int MOST_SHIFT = 62;

  private TraceShifts() {}

  /**
   * The shifts of the products that the kernel makes.
   *
   * @param formats exponents of the numbers
   * @param weight exponent of the weights
   * @param alpha exponent of alpha
   * @param eta rate of the decay, read for {@link TraceLoss#POST_SQUARE}
   */
  static Map<SpinnakerRegister, Integer> of(
      CoreRule.Trace rule, TraceFormats formats, int weight, int alpha, Mantissa eta) {
    int rate = formats.rate;
    int trace = formats.trace;
    int post = formats.post;
    Map<SpinnakerRegister, Integer> shifts = new EnumMap<>(SpinnakerRegister.class);
    shifts.put(
        SpinnakerRegister.SHIFT_GAIN, 15 + trace - post - formats.pre + formats.gain.exponent());
    shifts.put(SpinnakerRegister.SHIFT_WEIGHT, 15 + weight - alpha - trace);
    switch (rule.kernel().post()) {
      case RATE -> {}
      case MODULATED_RATE -> {
        shifts.put(
            SpinnakerRegister.SHIFT_MODULATOR,
            15 + formats.modulator - formats.modulatorWeights - rate);
        shifts.put(SpinnakerRegister.SHIFT_POST, 15 + post - formats.modulator - rate);
      }
      case HOST_MODULATED_RATE ->
          shifts.put(SpinnakerRegister.SHIFT_POST, 15 + post - formats.modulator - rate);
      case SLIDING_THRESHOLD -> {
        shifts.put(SpinnakerRegister.SHIFT_POST, 15 + post - 2 * rate);
        shifts.put(SpinnakerRegister.SHIFT_GOAL, 15 + formats.theta - 2 * rate);
        shifts.put(SpinnakerRegister.SHIFT_THETA, formats.theta - rate);
      }
    }
    if (rule.kernel().pre() == PreFactor.SLIDING_THRESHOLD) {
      shifts.put(SpinnakerRegister.SHIFT_PRE, 15 + formats.pre - 2 * rate);
      shifts.put(SpinnakerRegister.SHIFT_PHI, formats.phi - rate);
    }
    if (rule.kernel().prediction() == Prediction.PER_SYNAPSE && formats.apart()) {
      shifts.put(SpinnakerRegister.SHIFT_OWN, 30 - 2 * rate + formats.gain.exponent());
    } else if (rule.kernel().prediction() != Prediction.NONE) {
      shifts.put(SpinnakerRegister.SHIFT_PREDICTION, 15 + post - trace - rate);
    }
    if (rule.kernel().prediction() == Prediction.SUMMED && formats.apart()) {
      shifts.put(
          SpinnakerRegister.SHIFT_PREDICTED, 15 + trace - post - rate + formats.gain.exponent());
    }
    if (rule.kernel().decay() == TraceLoss.POST_SQUARE) {
      shifts.put(SpinnakerRegister.SHIFT_LOSS, 30 - 2 * rate + eta.exponent());
    }
    // A product that drops all of its bits is 0, however many more it drops.
    shifts.replaceAll(
        (register, bits) -> register.high() == MOST_SHIFT ? Math.min(bits, MOST_SHIFT) : bits);
    return shifts;
  }

  /** The same with standard shifts for products that are not made; all must be in their ranges. */
  static KernelShifts complete(Map<SpinnakerRegister, Integer> s) {
    KernelShifts standard = KernelShifts.STANDARD;
    return new KernelShifts(
        s.getOrDefault(SpinnakerRegister.SHIFT_MODULATOR, standard.modulator()),
        s.getOrDefault(SpinnakerRegister.SHIFT_POST, standard.postFactor()),
        s.getOrDefault(SpinnakerRegister.SHIFT_PREDICTION, standard.prediction()),
        s.getOrDefault(SpinnakerRegister.SHIFT_PRE, standard.preFactor()),
        s.getOrDefault(SpinnakerRegister.SHIFT_GAIN, standard.gain()),
        s.getOrDefault(SpinnakerRegister.SHIFT_PREDICTED, standard.predicted()),
        s.getOrDefault(SpinnakerRegister.SHIFT_LOSS, standard.loss()),
        s.getOrDefault(SpinnakerRegister.SHIFT_OWN, standard.own()),
        s.getOrDefault(SpinnakerRegister.SHIFT_GOAL, standard.goal()),
        s.getOrDefault(SpinnakerRegister.SHIFT_PHI, standard.phi()),
        s.getOrDefault(SpinnakerRegister.SHIFT_THETA, standard.theta()),
        s.getOrDefault(SpinnakerRegister.SHIFT_WEIGHT, standard.weight()));
  }
}
