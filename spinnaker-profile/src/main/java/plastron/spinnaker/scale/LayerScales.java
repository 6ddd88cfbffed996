package plastron.spinnaker.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.RoundedState;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ValidLayer;
import plastron.plasticity.expr.Grid;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.fixed.SpinnakerRegister;
import plastron.spinnaker.legal.CoreRule;
import plastron.spinnaker.plasticity.KernelCoefficients;
import plastron.spinnaker.plasticity.TraceLoss;
import plastron.spinnaker.program.RateProgram;
import plastron.spinnaker.program.SpinnakerProgram;

/** Chooses every scale of a layer, beside the others of its population. Single use. */
public final class LayerScales {

  /** Weights get less room than E: their steps are what most of the error comes from. */
  private static final double WEIGHT_HEADROOM = 4;

  private final CalibratedLayer<CoreRule> layer;
  private final ValidLayer source;
  private final LayerNumbersOf numbers;
  private final NeuronReport report;
  private final TraceReport traceReport;
  private final List<ScaledArray> arrays = new ArrayList<>();
  private final double[][] weights;
  private final Optional<CoreRule.Trace> trace;
  private Optional<TraceFormats> formats = Optional.empty();

  private LayerScales(CalibratedLayer<CoreRule> layer, Diagnostics diagnostics) {
    this.layer = layer;
    source = layer.source();
    numbers = LayerNumbersOf.of(layer);
    LayerDiagnostics about = LayerDiagnostics.of(source, diagnostics);
    report = new NeuronReport(about);
    traceReport = new TraceReport(layer, about);
    weights = numbers.perSynapse(layer.rule().weight());
    trace = layer.rule().trace();
  }

  /**
   * The programs of a population's layers and the numbers that are still to be rounded; fewer if
   * something was refused. All layers add up in the same slots, so that they share the exponent of
   * their weights.
   *
   * @param population all layers that lead to the same neurons, at least one
   */
  public static List<ScaledLayer<SpinnakerProgram>> choose(
      List<CalibratedLayer<CoreRule>> population, Diagnostics diagnostics) {
    List<LayerScales> layers =
        population.stream().map(layer -> new LayerScales(layer, diagnostics)).toList();
    if (!layers.stream().map(LayerScales::prepare).reduce(true, Boolean::logicalAnd)) {
      return List.of();
    }
    RingLoad load = RingLoad.of(layers.stream().map(LayerScales::group).toList());
    int exponent = layers.stream().mapToInt(layer -> layer.exponent(load)).max().orElseThrow();
    return layers.stream().flatMap(layer -> layer.choose(load, exponent).stream()).toList();
  }

  /** Chooses what does not depend on other layers; false if something was refused. */
  private boolean prepare() {
    if (trace.isEmpty()) {
      return true;
    }
    CoreRule.Trace rule = trace.get();
    if (!traceReport.rateRange(numbers) || !traceReport.rates(rule, numbers)) {
      return false;
    }
    formats = Optional.of(new TraceFormats(rule, numbers, numbers.value(rule.gain())));
    return traceReport.estimator();
  }

  private RingLoad.Group group() {
    if (trace.isEmpty()) {
      return RingLoad.Group.of(
          weights, new double[weights.length][weights[0].length], 1, layer.pre());
    }
    double seen = TraceFormats.expected(trace.get(), numbers, 1);
    double room = TraceFormats.expected(trace.get(), numbers, WEIGHT_HEADROOM);
    double headroom = seen == 0 ? 1 : room / seen;
    return RingLoad.Group.of(
        weights, scaled(numbers.perSynapse(trace.get().alpha()), seen), headroom, layer.pre());
  }

  /** The least exponent of weights that serves this layer. */
  private int exponent(RingLoad load) {
    return formats.map(f -> f.weight(load.exponent(), largestAlpha())).orElseGet(load::exponent);
  }

  private double largestAlpha() {
    return trace.map(t -> LayerNumbersOf.largest(numbers.perSynapse(t.alpha()))).orElse(0.0);
  }

  private Optional<ScaledLayer<SpinnakerProgram>> choose(RingLoad load, int exponent) {
    double plastic = formats.map(f -> largestAlpha() * PowerOfTwo.of(f.trace - 14)).orElse(0.0);
    if (!report.weights(load, exponent, plastic)) {
      return Optional.empty();
    }
    if (trace.isEmpty()) {
      arrays.add(array("W", weights, exponent).of(layer.rule().weight()));
      return program(exponent, Optional.empty(), 1, 1);
    }
    return plastic(trace.get(), formats.orElseThrow(), exponent);
  }

  private Optional<ScaledLayer<SpinnakerProgram>> plastic(
      CoreRule.Trace rule, TraceFormats formats, int exponent) {
    double[][] alpha = numbers.perSynapse(rule.alpha());
    double largestAlpha = LayerNumbersOf.largest(alpha);
    Mantissa squareLoss = formats.squareLoss(numbers.value(rule.decay()));
    int alphaExponent = formats.alpha(exponent, largestAlpha);
    Map<SpinnakerRegister, Integer> shifts =
        TraceShifts.of(rule, formats, exponent, alphaExponent, squareLoss);
    if (!traceReport.shifts(shifts, formats)) {
      return Optional.empty();
    }
    traceReport.formats(formats, rule, shifts);
    traceReport.learning(rule, formats, numbers.value(rule.decay()), largestAlpha, exponent);
    arrays.add(array("W", weights, exponent).of(layer.rule().weight()));
    arrays.add(array("alpha", alpha, alphaExponent).of(rule.alpha()));
    rule.preThreshold()
        .filter(t -> !t.fixed().terms().isEmpty())
        .ifPresent(
            t ->
                arrays.add(
                    array("psi", new double[][] {numbers.perPre(t.fixed())}, formats.phi)
                        .of(t.fixed())));
    rule.sum()
        .ifPresent(
            m ->
                arrays.add(
                    array("W_m", numbers.parameter(m.weights()), formats.modulatorWeights)
                        .of(m.weights())));
    return program(
        exponent,
        Optional.of(learned(rule, formats, squareLoss, shifts)),
        PowerOfTwo.of(formats.trace - 15),
        PowerOfTwo.of(formats.rate - 15));
  }

  /** The largest magnitude that the plastic part of every weight is given room for. */
  private static double[][] scaled(double[][] alpha, double trace) {
    double[][] parts = new double[alpha.length][alpha[0].length];
    for (int i = 0; i < parts.length; i++) {
      for (int j = 0; j < parts[i].length; j++) {
        parts[i][j] = Math.abs(alpha[i][j]) * trace;
      }
    }
    return parts;
  }

  private SpinnakerProgram.Plastic learned(
      CoreRule.Trace rule,
      TraceFormats formats,
      Mantissa squareLoss,
      Map<SpinnakerRegister, Integer> shifts) {
    int modulator = rule.sum().map(this::population).orElse(-1);
    int[] bounds = formats.bounds();
    return new SpinnakerProgram.Plastic(
        rule.kernel(),
        new KernelCoefficients(
            rule.kernel().decay() == TraceLoss.POST_SQUARE
                ? squareLoss.raw()
                : Fract16.coefficient("eta", numbers.value(rule.decay())),
            formats.gain.raw(),
            slide(rule.preThreshold()),
            slide(rule.postThreshold())),
        TraceShifts.complete(shifts),
        bounds[0],
        bounds[1],
        formats.holdsOwnBounds(),
        RateProgram.of(
            source.rates(), source.updateInterval(), source.referenceRate(), formats.rate),
        modulator,
        rule.sum().map(m -> numbers.parameter(m.weights()).length).orElse(0),
        rule.sum().map(m -> m.rates().axis()),
        rule.host().map(m -> source.signal(m.value())).orElse(-1),
        rule.host().isPresent() ? formats.modulator - 15 : 0);
  }

  /** Index of the modulating population, by whose rates they are. */
  private int population(CoreRule.Modulator.Sum modulator) {
    return source.population(modulator.rates());
  }

  private int slide(Optional<CoreRule.Threshold> threshold) {
    return threshold
        .map(t -> Fract16.coefficient("rate of a threshold", numbers.value(t.rate())))
        .orElse(0);
  }

  private Optional<ScaledLayer<SpinnakerProgram>> program(
      int exponent, Optional<SpinnakerProgram.Plastic> plastic, double traceStep, double rateStep) {
    Optional<NeuronUnits> chosen =
        NeuronUnits.choose(source.neuron(), source.currentDecay(), exponent, report);
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    NeuronUnits units = chosen.get();
    report.neuron(source.neuron(), source.currentDecay(), units, exponent);
    SpinnakerProgram program =
        new SpinnakerProgram(
            units.parameters(),
            units.ringShift(),
            plastic,
            new SpinnakerProgram.Units(
                PowerOfTwo.of(exponent - 15),
                PowerOfTwo.of(-15) / units.voltage(),
                PowerOfTwo.of(-15) / units.current(),
                traceStep,
                rateStep),
            layer.pre().maxSpikesPerStep(),
            source.updateInterval());
    return Optional.of(
        new ScaledLayer<>(
                source.name(),
                source.from(),
                source.to(),
                source.inputs(),
                source.size(),
                source.rule().rule().name(),
                program,
                arrays)
            .rounding(states(traceStep)));
  }

  private List<RoundedState> states(double step) {
    Grid grid = Grid.of(step, Grid.Rounding.NEAREST);
    return trace.stream().map(t -> new RoundedState(t.state(), Optional.empty(), grid)).toList();
  }

  private static ScaledArray array(String name, double[][] values, int exponent) {
    return new ScaledArray(
        name,
        values,
        new Scale(PowerOfTwo.of(exponent - 15), Fract16.MIN, Fract16.MAX),
        Rounding.NEAREST_EVEN);
  }
}
