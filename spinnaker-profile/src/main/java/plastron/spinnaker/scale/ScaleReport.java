package plastron.spinnaker.scale;

import java.util.Locale;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.ValidLayer;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.legal.CoreRule;
import plastron.spinnaker.plasticity.KernelShifts;

/**
 * What is said about the scales of a layer. Methods that return a boolean return false if they
 * refuse.
 */
final class ScaleReport {

  /**
   * sPyNNaker's users see saturation above about this share; specification of the export, section
   * 2.4.
   */
  private static final double MOST_SATURATION = 1e-6;

  private static final double VISIBLE_ERROR = 1e-3;

  private final CalibratedLayer<CoreRule> layer;
  private final ValidLayer source;
  private final Diagnostics diagnostics;

  ScaleReport(CalibratedLayer<CoreRule> layer, Diagnostics diagnostics) {
    this.layer = layer;
    source = layer.source();
    this.diagnostics = diagnostics;
  }

  /** A number that no format of the core holds; the conversions say which. */
  void outOfRange(IllegalArgumentException conversion) {
    String message = String.valueOf(conversion.getMessage());
    int ownWayOut = message.indexOf(". Maybe ");
    refuse(
        "VALUE-RANGE",
        "a number of the layer fits no format of the core: %s."
            .formatted(ownWayOut < 0 ? message : message.substring(0, ownWayOut)),
        "Maybe scale weights, bias and threshold of the layer together, or bound the parameter in"
            + " training.");
  }

  boolean weights(RingLoad load, int exponent) {
    if (load.exponent() >= 15) {
      refuse(
          "WEIGHT-RANGE",
          String.format(
              Locale.ROOT,
              "weights up to %.3g (with the expected sum %.3g) exceed 2^14, the most a ring-buffer"
                  + " slot is scaled to.",
              load.largest(),
              load.mean()),
          "Maybe scale weights and threshold of the layer down together.");
      return false;
    }
    double odds = load.saturationOdds(exponent);
    if (odds > MOST_SATURATION) {
      warn(
          "RING",
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

  void neuron(NeuronUnits units, int exponent) {
    time("current", source.currentDecay(), units.currentDecay());
    time("membrane", source.neuron().decay(), units.voltageDecay());
    double theta = source.neuron().theta() * units.voltage();
    if (theta < PowerOfTwo.of(-7)) {
      warn(
          "THRESHOLD",
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
      lossy(
          "TAU",
          String.format(
              Locale.ROOT,
              "the %s decays by %.6g a step, the model's by %.6g: the core rounds dt/tau to 2^-15.",
              what,
              actual,
              wanted),
          "Maybe use a shorter time constant.");
    }
  }

  boolean formats(TraceFormats formats, CoreRule.Trace rule) {
    KernelShifts s = formats.shifts();
    if (formats.rate() > 6 || formats.trace() >= 15) {
      refuse(
          "SCALE",
          "rates up to 2^%d and traces up to 2^%d are too large for 16 bits with steps that still matter."
              .formatted(formats.rate(), formats.trace()),
          "Maybe use a larger reference rate or a smaller clip.");
      return false;
    }
    double seen = layer.ranges().symbol(rule.state().name()).maxAbsolute();
    double range = formats.limit() * PowerOfTwo.of(formats.trace() - 15);
    lossy(
        "SCALE",
        String.format(
            Locale.ROOT,
            "%s is kept in steps of %.3g within %.4g (the model's bound is %s, the examples reached"
                + " %.3g); rates in steps of %.3g; W_m, psi and alpha in steps of their own;"
                + " product shifts %s.",
            rule.state(),
            PowerOfTwo.of(formats.trace() - 15),
            range,
            rule.state().bounds().high(),
            seen,
            PowerOfTwo.of(formats.rate() - 15),
            s.toString().replace("KernelShifts", "")),
        "");
    return true;
  }

  boolean rates(CoreRule.Trace rule, double decay, double gain, double slide) {
    return coefficient("eta", rule.decay().toString(), decay)
        && coefficient("gain", rule.gain().toString(), gain)
        && sliding(slide);
  }

  private boolean coefficient(String name, String text, double value) {
    if (!(value >= 0 && value <= 1)) {
      refuse(
          "ETA-RANGE",
          "%s (%s = %s) must lie within 0 to 1.".formatted(name, text, value),
          "Maybe bound it in training.");
      return false;
    }
    int raw = Fract16.coefficient(name, value);
    if (raw == 0 || raw == Fract16.COEFFICIENT_ONE) {
      refuse(
          raw == 0 ? "ETA-ZERO" : "ETA-ONE",
          "%s (%s = %s) rounds to %d/65536: E would never %s."
              .formatted(name, text, value, raw, raw == 0 ? "change" : "remember"),
          raw == 0
              ? "Maybe use the rule static, or an eta of at least 8e-6."
              : "Maybe use an eta of at most 0.99999.");
      return false;
    }
    double error = Math.abs(Fract16.coefficientToDouble(raw) / value - 1);
    if (error > VISIBLE_ERROR) {
      lossy(
          "ETA-ROUND",
          String.format(
              Locale.ROOT,
              "%s (%s) becomes %d/65536, off by %.2g of itself.",
              name,
              value,
              raw,
              error),
          "");
    }
    return true;
  }

  private boolean sliding(double slide) {
    if (!(slide >= 0 && slide <= 1)) {
      refuse(
          "ETA-RANGE",
          "eta_phi (%s) must lie within 0 to 1.".formatted(slide),
          "Maybe bound it in training.");
      return false;
    }
    if (slide > 0 && Fract16.coefficient("eta_phi", slide) == 0) {
      warn(
          "ETA-ZERO",
          "eta_phi (%s) rounds to 0: the threshold never slides.".formatted(slide),
          "Maybe use at least 8e-6.");
    }
    return true;
  }

  boolean estimator(RateProgram program, int exponent) {
    if ((program.traced() ? program.impulse() : program.unit()) == 0) {
      refuse(
          "INTERVAL",
          "a spike in an interval of %d steps gives a rate below 2^-15."
              .formatted(source.updateInterval()),
          "Maybe use a shorter update interval or a smaller reference rate.");
      return false;
    }
    double error =
        program.error(source.rates(), source.updateInterval(), source.referenceRate(), exponent);
    if (error > VISIBLE_ERROR) {
      lossy(
          "RATES",
          String.format(
              Locale.ROOT,
              "a spike counts %s of 2^%d, off by %.2g of itself.",
              program.traced() ? program.impulse() + "/2^30" : program.unit() + "/32768",
              exponent,
              error),
          "Maybe use an update interval that is a power of two.");
    }
    return true;
  }

  void learning(CoreRule.Trace rule, TraceFormats formats, double eta) {
    double step = PowerOfTwo.of(formats.trace() - 15);
    double seen = layer.ranges().symbol(rule.state().name()).maxAbsolute();
    double deadZone = step / (2 * eta);
    if (deadZone > seen / 8) {
      warn(
          "STALL",
          String.format(
              Locale.ROOT,
              "rounding stops E within %.3g of its target (half a step of %.3g over eta %.3g); the"
                  + " examples reached %.3g.",
              deadZone,
              step,
              eta,
              seen),
          "Maybe train with a larger eta.");
    }
    double lsb = layer.ranges().weight().maxAbsolute() == 0 ? 0 : weightStep(formats);
    double alpha = new LayerNumbersOf(layer).largest(rule.alpha());
    if (lsb > alpha * eta) {
      warn(
          "LSB",
          String.format(
              Locale.ROOT,
              "a weight changes in steps of %.3g, alpha.eta is at most %.3g: single updates are"
                  + " invisible.",
              lsb,
              alpha * eta),
          "Maybe train with a larger alpha or smaller fixed weights.");
    }
  }

  private static double weightStep(TraceFormats formats) {
    return PowerOfTwo.of(formats.shifts().weight() - 15 + formats.alpha() + formats.trace() - 15);
  }

  private void refuse(String code, String message, String wayOut) {
    diagnostics.refuse("S-" + code, source.subject(), message, wayOut);
  }

  private void lossy(String code, String message, String wayOut) {
    diagnostics.lossy("S-" + code, source.subject(), message, wayOut);
  }

  private void warn(String code, String message, String wayOut) {
    diagnostics.warn("S-" + code, source.subject(), message, wayOut);
  }
}
