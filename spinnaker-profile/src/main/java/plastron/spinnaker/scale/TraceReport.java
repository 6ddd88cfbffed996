package plastron.spinnaker.scale;

import java.util.Locale;
import java.util.Map;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.ValidLayer;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.model.RateEstimator;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.fixed.SpinnakerRegister;
import plastron.spinnaker.legal.CoreRule;
import plastron.spinnaker.plasticity.TraceLoss;
import plastron.spinnaker.program.RateProgram;

/**
 * What is said about the learning part of a layer. Methods that return a boolean return false if
 * they refuse.
 */
final class TraceReport {

  private static final double VISIBLE_ERROR = 1e-3;

  private final CalibratedLayer<CoreRule> layer;
  private final ValidLayer source;
  private final LayerDiagnostics diagnostics;

  TraceReport(CalibratedLayer<CoreRule> layer, LayerDiagnostics diagnostics) {
    this.layer = layer;
    source = layer.source();
    this.diagnostics = diagnostics;
  }

  /** Learning rates are within the ranges of their registers. */
  boolean rates(CoreRule.Trace rule, LayerNumbersOf numbers) {
    double decay = numbers.value(rule.decay());
    boolean fits = share("decay", rule.decay(), decay);
    if (rule.kernel().decay() == TraceLoss.CONSTANT) {
      rounded("decay", rule.decay(), decay);
    }
    for (var threshold :
        new CoreRule.Threshold[] {
          rule.preThreshold().orElse(null), rule.postThreshold().orElse(null)
        }) {
      if (threshold != null) {
        double slide = numbers.value(threshold.rate());
        fits &= share("rate of the threshold", threshold.rate(), slide);
        rounded("rate of the threshold", threshold.rate(), slide);
      }
    }
    double gain = numbers.value(rule.gain());
    if (!(Math.abs(gain) <= PowerOfTwo.of(14))) {
      diagnostics.refuse(
          "S-ETA-RANGE",
          "the learning rate (%s = %s) must lie within -16384 to 16384."
              .formatted(rule.gain(), gain),
          "Maybe bound it in training.");
      fits = false;
    }
    return fits;
  }

  private boolean share(String what, Polynomial text, double value) {
    if (value >= 0 && value <= 1) {
      return true;
    }
    diagnostics.refuse(
        "S-ETA-RANGE",
        "the %s (%s = %s) must lie within 0 to 1: a core takes a share (u0.16)."
            .formatted(what, text, value),
        "Maybe bound it in training.");
    return false;
  }

  private void rounded(String what, Polynomial text, double value) {
    if (!(value > 0 && value <= 1)) {
      return;
    }
    int raw = Fract16.coefficient(what, value);
    double error = Math.abs(Fract16.coefficientToDouble(raw) / value - 1);
    if (error > VISIBLE_ERROR) {
      diagnostics.lossy(
          "S-ETA-ROUND",
          String.format(
              Locale.ROOT,
              "the %s (%s = %s) becomes %d/65536, off by %.2g of itself.",
              what,
              text,
              value,
              raw,
              error),
          "");
    }
  }

  /** Rates have a scale. */
  boolean rateRange(LayerNumbersOf numbers) {
    double largest = numbers.largestRate();
    if (!(largest >= PowerOfTwo.of(-30) && largest <= PowerOfTwo.of(30))) {
      diagnostics.refuse(
          "S-RATE-RANGE",
          "the reference rate (%s) must lie within %s to %s."
              .formatted(source.referenceRate(), PowerOfTwo.of(-30), PowerOfTwo.of(30)),
          "Maybe use a reference rate nearer to 1.");
      return false;
    }
    return true;
  }

  /** All numbers fit together. */
  boolean shifts(Map<SpinnakerRegister, Integer> shifts, TraceFormats formats) {
    for (var shift : shifts.entrySet()) {
      if (shift.getKey().holds(shift.getValue())) {
        continue;
      }
      if (shift.getKey() == SpinnakerRegister.SHIFT_PHI) {
        diagnostics.refuse(
            "S-SCALE",
            String.format(
                Locale.ROOT,
                "the fixed part of the threshold (up to %.5g) must stay below %.5g, 2^15 times the"
                    + " scale of rates.",
                formats.psi(),
                PowerOfTwo.of(formats.rate + 15)),
            "Maybe bound it in training.");
      } else {
        diagnostics.refuse(
            "S-SCALE",
            "%s (%d) must lie within %d to %d: rates up to 2^%d, %s up to 2^%d and these learning rates do not fit together."
                .formatted(
                    shift.getKey().key(),
                    shift.getValue(),
                    shift.getKey().low(),
                    shift.getKey().high(),
                    formats.rate,
                    layer.rule().trace().orElseThrow().state(),
                    formats.trace),
            "Maybe use a larger reference rate or a smaller clip.");
      }
      return false;
    }
    return true;
  }

  void formats(TraceFormats formats, CoreRule.Trace rule, Map<SpinnakerRegister, Integer> shifts) {
    int[] bounds = formats.bounds();
    double step = PowerOfTwo.of(formats.trace - 15);
    StringBuilder text = new StringBuilder();
    shifts.forEach(
        (register, bits) -> text.append(", ").append(register.key()).append('=').append(bits));
    diagnostics.lossy(
        "S-SCALE",
        String.format(
            Locale.ROOT,
            "%s is kept in steps of %.3g within %.4g to %.4g (the model's bounds are %s to %s, the"
                + " examples reached %.3g); rates in steps of %.3g%s.",
            rule.state(),
            step,
            bounds[0] * step,
            bounds[1] * step,
            rule.state().bounds().low(),
            rule.state().bounds().high(),
            layer.ranges().symbol(rule.state().name()).maxAbsolute(),
            PowerOfTwo.of(formats.rate - 15),
            text),
        "");
  }

  /** Rates can be made. */
  boolean estimator() {
    if (source.rates() instanceof RateEstimator.ExponentialTrace(double decay)) {
      if (!RateProgram.moves(decay)) {
        diagnostics.refuse(
            "S-RATES",
            "the decay of rates (%s a step) rounds to 65536/65536: a rate would never change."
                .formatted(decay),
            "Maybe use a decay of at most 0.99999.");
        return false;
      }
      double share = 1 - Fract16.coefficientToDouble(Fract16.coefficient("decay", decay));
      double error = Math.abs(share / (1 - decay) - 1);
      if (error > VISIBLE_ERROR) {
        diagnostics.lossy(
            "S-RATES",
            String.format(
                Locale.ROOT,
                "rates follow by %.6g a step, the model's by %.6g: off by %.2g of itself.",
                share,
                1 - decay,
                error),
            "Maybe use a smaller decay.");
      }
    }
    return true;
  }

  /** Says where updates are too small to count. */
  void learning(CoreRule.Trace rule, TraceFormats formats, double decay, double alpha, int weight) {
    double gain = Math.abs(formats.gain.real());
    if (gain == 0 || alpha == 0) {
      diagnostics.warn(
          "S-INERT",
          "the rule changes no weight: %s."
              .formatted(gain == 0 ? "its learning rate is 0" : "alpha is 0 everywhere"),
          "");
      return;
    }
    double seen = layer.ranges().symbol(rule.state().name()).maxAbsolute();
    double deadZone = PowerOfTwo.of(formats.trace - 15) / (2 * decay);
    if (rule.kernel().decay() == TraceLoss.CONSTANT && decay > 0 && deadZone > seen / 8) {
      diagnostics.warn(
          "S-STALL",
          String.format(
              Locale.ROOT,
              "rounding stops %s within %.3g of its target (half a step of %.3g over a decay of"
                  + " %.3g); the examples reached %.3g.",
              rule.state(),
              deadZone,
              PowerOfTwo.of(formats.trace - 15),
              decay,
              seen),
          "Maybe train with a larger decay.");
    }
    double step = PowerOfTwo.of(weight - 15);
    if (step > alpha * gain) {
      diagnostics.warn(
          "S-LSB",
          String.format(
              Locale.ROOT,
              "a weight changes in steps of %.3g, alpha times the learning rate is at most %.3g:"
                  + " single updates are invisible.",
              step,
              alpha * gain),
          "Maybe train with a larger alpha or smaller fixed weights.");
    }
  }
}
