package plastron.spinnaker.scale;

import java.util.Locale;
import plastron.core.network.Neuron;

/** What is said about the weights and neurons of a layer. */
final class NeuronReport {

  /**
   * sPyNNaker's users see saturation above about this share; specification of the export, section
   * 2.4.
   */
  private static final double MOST_SATURATION = 1e-6;

  private static final double VISIBLE_ERROR = 1e-3;

  /** The largest exponent of weights: a ring-buffer slot is shifted by at most 15. */
  static final int MOST_WEIGHT = 14;

  private final LayerDiagnostics diagnostics;

  NeuronReport(LayerDiagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Refuses weights that no slot holds. */
  boolean weights(RingLoad load, int exponent, double plastic) {
    double needed = Math.max(load.needed(), plastic);
    if (exponent > MOST_WEIGHT || !(needed < PowerOfTwo.of(MOST_WEIGHT))) {
      diagnostics.refuse(
          "S-WEIGHT-RANGE",
          String.format(
              Locale.ROOT,
              "weights need slots of %.5g (largest weight %.5g, expected sum %.5g, half a burst"
                  + " %.5g, alpha.E %.5g), which must stay below %.0f, the most a ring-buffer slot"
                  + " is scaled to.",
              needed,
              load.largest(),
              load.mean(),
              load.burst() / 2,
              plastic,
              PowerOfTwo.of(MOST_WEIGHT)),
          String.format(
              Locale.ROOT,
              "Maybe divide weights, alpha, bias and threshold of the layer by %.0f.",
              Math.max(2, Math.ceil(2 * needed / PowerOfTwo.of(MOST_WEIGHT)))));
      return false;
    }
    double odds = load.saturationOdds(exponent);
    if (odds > MOST_SATURATION) {
      diagnostics.warn(
          "S-RING",
          String.format(
              Locale.ROOT,
              "input slots hold sums up to %.3g in 16 bits; a step saturates one with a probability"
                  + " of at most %.2g.",
              PowerOfTwo.of(exponent + 1),
              odds),
          "Maybe train with smaller weights; the emulator counts saturations as ring.");
    }
    return true;
  }

  /** The core's voltages do not reach from the steps of the weights to the largest potential. */
  void outOfReach(double bias, double theta, double input, int weightExponent, double leak) {
    double potential = Math.max(bias / leak, theta);
    String largest = bias / leak > theta ? "the bias leads to" : "the threshold is";
    diagnostics.refuse(
        "S-VALUE-RANGE",
        String.format(
            Locale.ROOT,
            "%s a potential of %.5g, input to %.5g: beside weights in steps of %.3g a core resolves"
                + " neither.",
            largest,
            potential,
            input,
            PowerOfTwo.of(weightExponent - 15)),
        potential > input
            ? String.format(
                Locale.ROOT,
                "Maybe use a %s of at most %.5g.",
                bias / leak > theta ? "bias" : "threshold",
                bias / leak > theta ? input * leak : input)
            : "Maybe train with shorter time constants.");
  }

  /** The threshold vanishes beside the voltages that input can lead to. */
  void threshold(double theta, double least, double input) {
    diagnostics.refuse(
        "S-THRESHOLD-ZERO",
        String.format(
            Locale.ROOT,
            "the threshold (%.5g) is below %.5g, one step of voltages that inputs of %.3g cannot"
                + " wrap: a neuron would fire in every step.",
            theta,
            least,
            input),
        String.format(Locale.ROOT, "Maybe use a threshold of at least %.5g.", 2 * least));
  }

  /** What the core makes of time constants and threshold. */
  void neuron(Neuron.Lif neuron, double currentDecay, NeuronUnits units, int exponent) {
    time("current", currentDecay, units.currentDecay());
    time("membrane", neuron.decay().uniform(), units.voltageDecay());
    double theta = neuron.theta().uniform() * units.voltage();
    if (theta < PowerOfTwo.of(-7)) {
      diagnostics.warn(
          "S-THRESHOLD",
          String.format(
              Locale.ROOT,
              "the threshold is %.3g of the core's unit of voltage (step 2^-15): voltages are"
                  + " scaled so that inputs of %.3g a step cannot wrap.",
              theta,
              PowerOfTwo.of(exponent + 1)),
          "Maybe train with smaller weights or shorter time constants.");
    }
  }

  private void time(String what, double wanted, double actual) {
    if (wanted >= TimeConstants.SMALLEST_DECAY
        && Math.abs(Math.log(actual) / Math.log(wanted) - 1) > VISIBLE_ERROR) {
      diagnostics.lossy(
          "S-TAU",
          String.format(
              Locale.ROOT,
              "the %s decays by %.6g a step, the model's by %.6g: the core rounds dt/tau to 2^-15.",
              what,
              actual,
              wanted),
          "Maybe use a shorter time constant.");
    }
  }
}
