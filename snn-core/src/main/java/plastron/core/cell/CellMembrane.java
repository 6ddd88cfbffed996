package plastron.core.cell;

import plastron.core.check.Require;
import plastron.core.network.Values;

/**
 * The membrane of a leaky integrate-and-fire neuron: {@code C dV/dt = -C (V - E_L) / tau_m + I}. A
 * neuron spikes where {@code V >= V_th}, is set to {@code V_reset} and held there for {@code
 * t_ref}.
 *
 * @param capacitancePf {@code C}, pF, above 0
 * @param tauMs {@code tau_m}, ms, above 0
 * @param refractoryMs {@code t_ref}, ms, at least 0; rounded to steps
 * @param leakMv {@code E_L}, mV
 * @param resetMv {@code V_reset}, mV, below the threshold
 * @param thresholdMv {@code V_th}, mV
 * @param currentPa constant current, pA
 * @param startMv V at time 0, mV
 */
public record CellMembrane(
    Values capacitancePf,
    Values tauMs,
    Values refractoryMs,
    Values leakMv,
    Values resetMv,
    Values thresholdMv,
    Values currentPa,
    Values startMv) {

  public CellMembrane {
    capacitancePf.require(
        "Membrane capacitance", c -> c > 0 && !Double.isInfinite(c), "a positive number of pF");
    tauMs.require(
        "Membrane time constant", t -> t > 0 && !Double.isInfinite(t), "a positive number of ms");
    refractoryMs.require("Refractory time", t -> t >= 0 && t < 1e9, "a number of ms of at least 0");
    leakMv.require("Leak potential", Double::isFinite, "a finite number of mV");
    resetMv.require("Reset potential", Double::isFinite, "a finite number of mV");
    thresholdMv.require("Threshold", Double::isFinite, "a finite number of mV");
    currentPa.require("Constant current", Double::isFinite, "a finite number of pA");
    startMv.require("Potential at the start", Double::isFinite, "a finite number of mV");
  }

  /** Checks numbers above 0. */
  static void requirePositive(String subject, Values values, String unit) {
    Require.given(subject, values)
        .require(subject, x -> x > 0 && !Double.isInfinite(x), "a positive number of " + unit);
  }

  /** Checks numbers of any sign. */
  static void requireFinite(String subject, Values values, String unit) {
    Require.given(subject, values).require(subject, Double::isFinite, "a finite number of " + unit);
  }

  /** Whether every number that differs among neurons is there for so many of them. */
  boolean fits(int neurons) {
    return capacitancePf.fits(neurons)
        && tauMs.fits(neurons)
        && refractoryMs.fits(neurons)
        && leakMv.fits(neurons)
        && resetMv.fits(neurons)
        && thresholdMv.fits(neurons)
        && currentPa.fits(neurons)
        && startMv.fits(neurons);
  }

  /** {@code exp(-x / tau_m)} of a neuron. */
  double decay(int neuron, double xMs) {
    return Math.exp(-xMs / tauMs.at(neuron));
  }

  /** What a constant current of 1 pA adds to the potential in a time x, mV. */
  double fromConstant(int neuron, double xMs) {
    return -Math.expm1(-xMs / tauMs.at(neuron)) * tauMs.at(neuron) / capacitancePf.at(neuron);
  }

  /**
   * What a current that decays with {@code tauSynMs} and is 1 pA at first adds to the potential in
   * a time x, mV.
   */
  double fromExponential(int neuron, double tauSynMs, double xMs) {
    double tau = tauMs.at(neuron);
    double c = capacitancePf.at(neuron);
    double rate = 1 / tauSynMs - 1 / tau;
    double decay = Math.exp(-xMs / tau);
    // (1 - exp(-rate x)) / rate, which is x where the time constants are equal.
    double factor = Math.abs(rate * xMs) < 1e-300 ? xMs : -Math.expm1(-rate * xMs) / rate;
    return decay * factor / c;
  }

  /**
   * The same for the slope of an alpha current: what a current {@code x exp(-x / tauSynMs)} pA
   * adds.
   */
  double fromSlope(int neuron, double tauSynMs, double xMs) {
    double tau = tauMs.at(neuron);
    double c = capacitancePf.at(neuron);
    double rate = 1 / tauSynMs - 1 / tau;
    double z = rate * xMs;
    double decay = Math.exp(-xMs / tau);
    // (1 - (1 + z) exp(-z)) / rate^2, by its series where z is small.
    double factor;
    if (Math.abs(z) < 0.02) {
      factor =
          xMs
              * xMs
              * (1. / 2
                  - z
                      * (1. / 3
                          - z
                              * (1. / 8
                                  - z * (1. / 30 - z * (1. / 144 - z * (1. / 840 - z / 5760))))));
    } else {
      factor = (-Math.expm1(-z) - z * Math.exp(-z)) / (rate * rate);
    }
    return decay * factor / c;
  }

  int refractorySteps(int neuron, double dtMs) {
    return (int) Math.round(refractoryMs.at(neuron) / dtMs);
  }
}
