package plastron.loihi.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.NeuronNumbers;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.Membrane.Exponents;
import plastron.loihi.scale.coefficient.UnitChoice;
import plastron.loihi.scale.coefficient.Units;

/** Chooses the scales of one plastic layer. Single use. */
final class PlasticScaler {

  private static final int LARGEST_DECIMATION = 9;

  private final LayerValues values;
  private final LegalRule rule;
  private final LoihiChip chip;
  private final Membrane membrane;
  private final Report report;
  private final TraceChoice traces;
  private final List<ScaledArray> arrays = new ArrayList<>();
  private final double alphaConstant;
  private final List<LegalTerm> terms;
  private final double[][] alpha;
  private int largestTag = WeightUnit.LARGEST_TAG;
  private TraceScale x2 = TraceScale.OFF;

  PlasticScaler(LayerValues values, LoihiChip chip, Membrane membrane, Report report) {
    this.values = values;
    this.rule = values.rule();
    this.chip = chip;
    this.membrane = membrane;
    this.report = report;
    traces = new TraceChoice(values, report);
    terms =
        rule.slow()
            .map(s -> SlowTraceLag.corrected(rule.terms(), values.constant(s.rate())))
            .orElse(rule.terms());
    alpha = values.alpha();
    alphaConstant = rule.alphaInTag() ? 1 : alpha[0][0];
  }

  Optional<ScaledLayer<LoihiProgram>> scale() {
    if (!new DecayCheck(values, report).passes(terms)) {
      return Optional.empty();
    }
    double a = values.traceDecay();
    TraceScale x1 = traces.fast(a, values.layer().pre(), "x1");
    TraceScale y1 =
        rule.thirdFactor() ? TraceScale.OFF : traces.fast(a, values.layer().post(), "y1");
    NeuronCompiler neurons = new NeuronCompiler(values, report);
    double accumulatorUnit = 1;
    if (rule.thirdFactor()) {
      neurons.compile(accumulatorUnit); // a dry run, for the units of what neurons write
    }
    Units units =
        new Units(
            x1.unit(),
            1,
            rule.thirdFactor() ? neurons.rateUnit() : y1.unit(),
            neurons.factorUnit(),
            1,
            1);

    Series state = series(rule.stateTerms(), Variable.D, false, 1, largestTag);
    Optional<ProductSeries> delays = Optional.empty();
    if (rule.storesState()) {
      units = units.withDelay(stateUnit(state, units));
      delays = state.products(units, units.delay(), report);
    }

    Optional<WeightUnit> chosen =
        WeightUnit.choose(
            values,
            membrane,
            (tag, unit) -> series(terms, Variable.W, rule.alphaInTag(), alphaConstant, tag),
            units,
            report);
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    double unit = chosen.get().unit();
    largestTag = chosen.get().largestTag();
    units = units.withTag(chosen.get().tagUnit());
    Series weights = series(terms, Variable.W, rule.alphaInTag(), alphaConstant, largestTag);
    units = withSlowTrace(weights, units, unit);
    units = withStored(weights, units, unit, true, LoihiProgram.DELAY);
    Optional<ProductSeries> dw = weights.products(units, unit, report);

    Optional<ProductSeries> accumulator = Optional.empty();
    if (rule.needsAccumulator()) {
      Series traces = series(terms, Variable.W, false, 1, largestTag);
      Units own = units.withTag(1).withDelay(rule.storesState() ? units.delay() : 1);
      double smallest =
          values.room(rule.trace().orElseThrow(), WeightUnit.HEADROOM) / WeightUnit.LARGEST_WEIGHT;
      accumulatorUnit = traceUnit(traces, own, smallest);
      own = withStored(traces, own, accumulatorUnit, false, LoihiProgram.ACCUMULATOR_DELAY);
      accumulator = traces.products(own, accumulatorUnit, report);
    }
    Optional<NeuronProgram> program = Optional.empty();
    if (rule.thirdFactor()) {
      NeuronCompiler compiler = new NeuronCompiler(values, report);
      program = Optional.of(compiler.compile(accumulatorUnit));
      arrays.addAll(compiler.arrays());
    }
    if (report.diagnostics().hasRefusals()) {
      return Optional.empty();
    }
    return Optional.of(
        finish(x1, y1, dw, delays, accumulator, program, chosen.get(), accumulatorUnit));
  }

  private ScaledLayer<LoihiProgram> finish(
      TraceScale x1,
      TraceScale y1,
      Optional<ProductSeries> dw,
      Optional<ProductSeries> dd,
      Optional<ProductSeries> accumulator,
      Optional<NeuronProgram> program,
      WeightUnit weight,
      double accumulatorUnit) {
    double unit = weight.unit();
    int decimation = Math.min(LARGEST_DECIMATION, Integer.numberOfTrailingZeros(values.interval()));
    int epoch = values.interval() >> decimation;
    if (epoch > 1) {
      report.lossy(
          "L-EPOCH",
          "the update interval (%d) takes epochs of %d steps; of several spikes in one epoch the traces place all but the last at its start."
              .formatted(values.interval(), epoch),
          "Maybe train with an update interval that is a power of two.");
    }
    Exponents exponents = membrane.exponents(unit).orElseThrow();
    NeuronNumbers numbers = membrane.numbers(exponents, unit, report);
    arrays.addFirst(LayerScaler.weights(membrane, unit, exponents));
    if (rule.alphaInTag()) {
      arrays.add(
          new ScaledArray(
              LoihiProgram.TAG,
              alpha,
              new Scale(weight.tagUnit(), -WeightUnit.LARGEST_TAG, WeightUnit.LARGEST_TAG),
              Rounding.NEAREST));
    }
    double seen = values.layer().ranges().plastic().maxAbsolute();
    report.lossy(
        "L-STEP",
        String.format(
            Locale.ROOT,
            "a plastic weight of 1 is alpha.E = %.4g and weights reach 254 of them, calibration saw"
                + " %.4g; updates round at random.",
            unit,
            seen),
        "");
    double bound = rule.trace().orElseThrow().bounds().high();
    if (values.seen(rule.trace().orElseThrow()) >= bound) {
      report.lossy(
          "L-RANGE-W",
          String.format(
              Locale.ROOT,
              "traces reach their bound (%.4g) in calibration; the chip's bound is on alpha.E, at"
                  + " %.4g.",
              bound,
              unit * WeightUnit.LARGEST_WEIGHT),
          "Maybe train with a wider bound.");
    }
    OptionalInt k = OptionalInt.of(decimation);
    PlasticProgram plastic =
        new PlasticProgram(
            values.layer().source().to(),
            epoch,
            decimation,
            rule.thirdFactor(),
            x1,
            x2,
            y1,
            new MicrocodeRule(dw, dd, Optional.empty(), k),
            accumulator.map(
                series ->
                    new MicrocodeRule(Optional.of(series), Optional.empty(), Optional.empty(), k)),
            program,
            rule.stored().isPresent() ? chip.delayOffset() : 0,
            unit,
            accumulatorUnit,
            alphaConstant,
            bound);
    return LayerScaler.layer(
        values.layer(), new LoihiProgram(numbers, Optional.of(plastic)), arrays);
  }

  private Series series(
      List<LegalTerm> added, Variable target, boolean tag, double constant, int largest) {
    return new Series(values, added, target, tag, constant, chip.delayOffset(), largest);
  }

  /** The least unit, or one little above at which the leading coefficient is exact. */
  private static double traceUnit(Series traces, Units units, double smallest) {
    double least = Math.max(smallest, Double.MIN_NORMAL);
    return UnitChoice.dividing(
            traces.leadingCoefficient(units),
            least,
            traces.leadingMantissa(),
            u -> Optional.of(1.0))
        .orElse(least);
  }

  private double stateUnit(Series state, Units units) {
    double room = values.room(rule.stored().orElseThrow(), WeightUnit.HEADROOM);
    return traceUnit(state, units, room / chip.largestDelayValue());
  }

  private Units withSlowTrace(Series weights, Units units, double unit) {
    if (rule.slow().isEmpty()) {
      return units;
    }
    x2 = traces.slow(weights, units, unit);
    return units.withSlow(x2.unit());
  }

  /** A parameter in the delay variable has a free unit, too. */
  private Units withStored(
      Series weights, Units units, double unit, boolean withAlpha, String array) {
    if (rule.stored().isEmpty() || rule.storesState()) {
      return units;
    }
    double[][] stored = values.stored(withAlpha);
    double smallest =
        Math.max(LayerValues.largest(stored), Double.MIN_NORMAL) / chip.largestDelayValue();
    double chosen =
        weights
            .reading(Variable.D)
            .flatMap(
                t ->
                    UnitChoice.multiplying(
                        weights.wanted(t, units.withDelay(1), unit),
                        smallest,
                        weights.smallMantissa(t)))
            .orElse(smallest);
    arrays.add(
        new ScaledArray(
            array,
            stored,
            new Scale(chosen, -chip.largestDelayValue(), chip.largestDelayValue()),
            Rounding.NEAREST));
    report.lossy(
        "L-DELAY-USED",
        String.format(
            Locale.ROOT,
            "the delay variable (%d bits) holds %s%s in steps of %.3g, so these synapses have no"
                + " delays.",
            chip.delayBits(),
            withAlpha ? "alpha." : "",
            rule.stored().get(),
            chosen),
        "");
    return units.withDelay(chosen);
  }
}
