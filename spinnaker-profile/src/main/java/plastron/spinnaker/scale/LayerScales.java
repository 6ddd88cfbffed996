package plastron.spinnaker.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ValidLayer;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.legal.CoreRule;
import plastron.spinnaker.plasticity.KernelCoefficients;

/** Chooses every scale of a layer. */
public final class LayerScales {

  private final CalibratedLayer<CoreRule> layer;
  private final LayerNumbersOf numbers;
  private final ScaleReport report;

  private LayerScales(CalibratedLayer<CoreRule> layer, Diagnostics diagnostics) {
    this.layer = layer;
    numbers = new LayerNumbersOf(layer);
    report = new ScaleReport(layer, diagnostics);
  }

  /**
   * The layer's program and the numbers that are still to be rounded; empty if something was
   * refused.
   */
  public static Optional<ScaledLayer<LayerProgram>> choose(
      CalibratedLayer<CoreRule> layer, Diagnostics diagnostics) {
    LayerScales scales = new LayerScales(layer, diagnostics);
    try {
      return scales.choose();
    } catch (IllegalArgumentException outOfRange) {
      scales.report.outOfRange(outOfRange);
      return Optional.empty();
    }
  }

  private Optional<ScaledLayer<LayerProgram>> choose() {
    ValidLayer source = layer.source();
    double[][] weights = numbers.perSynapse(layer.rule().weight());
    RingLoad load = RingLoad.of(weights, plasticParts(weights), layer.pre());
    int exponent = load.exponent();
    if (!report.weights(load, exponent)) {
      return Optional.empty();
    }
    NeuronUnits units = NeuronUnits.choose(source.neuron(), source.currentDecay(), exponent);
    report.neuron(units, exponent);

    List<ScaledArray> arrays = new ArrayList<>();
    arrays.add(array("W", weights, exponent));
    LayerProgram.Plastic plastic = null;
    int trace = 15;
    int rate = 15;
    if (layer.rule().trace().isPresent()) {
      CoreRule.Trace rule = layer.rule().trace().get();
      double largestRate = 1 / source.referenceRate();
      TraceFormats formats = TraceFormats.choose(rule, numbers, largestRate, exponent);
      if (!report.formats(formats, rule)) {
        return Optional.empty();
      }
      Optional<LayerProgram.Plastic> learned = learning(rule, formats);
      if (learned.isEmpty()) {
        return Optional.empty();
      }
      plastic = learned.get();
      trace = formats.trace();
      rate = formats.rate();
      arrays.add(array("alpha", numbers.perSynapse(rule.alpha()), formats.alpha()));
      addThreshold(rule, formats, arrays);
      rule.modulator()
          .ifPresent(
              m ->
                  arrays.add(
                      array(
                          "W_m",
                          source.layer().parameter(m.weights().name()),
                          formats.modulatorWeights())));
    }
    LayerProgram program =
        new LayerProgram(
            units.parameters(),
            units.ringShift(),
            Optional.ofNullable(plastic),
            new LayerProgram.Units(
                PowerOfTwo.of(exponent - 15),
                PowerOfTwo.of(-15) / units.voltage(),
                PowerOfTwo.of(-15) / units.current(),
                PowerOfTwo.of(trace - 15),
                PowerOfTwo.of(rate - 15)),
            layer.pre().maxSpikesPerStep(),
            source.updateInterval());
    return Optional.of(
        new ScaledLayer<>(
            source.name(),
            source.inputs(),
            source.layer().size(),
            source.rule().rule().name(),
            program,
            arrays));
  }

  /** The largest magnitude that the plastic part of every weight is given room for. */
  private double[][] plasticParts(double[][] weights) {
    double[][] parts = new double[weights.length][weights[0].length];
    if (layer.rule().trace().isPresent()) {
      CoreRule.Trace rule = layer.rule().trace().get();
      double seen = numbers.range(rule.state());
      double bound =
          Math.min(rule.state().bounds().high(), seen == 0 ? 1 : TraceFormats.HEADROOM * seen);
      double[][] alpha = numbers.perSynapse(rule.alpha());
      for (int i = 0; i < parts.length; i++) {
        for (int j = 0; j < parts[i].length; j++) {
          parts[i][j] = Math.abs(alpha[i][j]) * bound;
        }
      }
    }
    return parts;
  }

  private Optional<LayerProgram.Plastic> learning(CoreRule.Trace rule, TraceFormats formats) {
    ValidLayer source = layer.source();
    double slide = rule.threshold().map(t -> numbers.value(t.rate())).orElse(0.0);
    if (!report.rates(rule, numbers.value(rule.decay()), numbers.value(rule.gain()), slide)) {
      return Optional.empty();
    }
    RateProgram rates =
        RateProgram.of(
            source.rates(), source.updateInterval(), source.referenceRate(), formats.rate());
    if (!report.estimator(rates, formats.rate())) {
      return Optional.empty();
    }
    report.learning(rule, formats, numbers.value(rule.decay()));
    int modulator = -1;
    int modulators = 0;
    if (rule.modulator().isPresent()) {
      int other = source.layer().modulatorPopulation();
      modulator = other < 0 ? source.index() + 1 : other;
      modulators = source.layer().parameter(rule.modulator().get().weights().name()).length;
    }
    return Optional.of(
        new LayerProgram.Plastic(
            rule.kernel(),
            new KernelCoefficients(
                Fract16.coefficient("eta", numbers.value(rule.decay())),
                Fract16.coefficient("gain", numbers.value(rule.gain())),
                Fract16.coefficient("eta_phi", slide),
                rates.unit()),
            formats.shifts(),
            formats.limit(),
            rule.state().bounds().high() <= PowerOfTwo.of(formats.trace()),
            rates,
            modulator,
            modulators,
            modulator == source.index() + 1));
  }

  private void addThreshold(CoreRule.Trace rule, TraceFormats formats, List<ScaledArray> arrays) {
    rule.threshold()
        .flatMap(CoreRule.Threshold::fixed)
        .ifPresent(
            psi ->
                arrays.add(
                    array("psi", layer.source().layer().parameter(psi.name()), formats.rate())));
  }

  private static ScaledArray array(String name, double[][] values, int exponent) {
    return new ScaledArray(
        name,
        values,
        new Scale(PowerOfTwo.of(exponent - 15), Fract16.MIN, Fract16.MAX),
        Rounding.NEAREST_EVEN);
  }
}
