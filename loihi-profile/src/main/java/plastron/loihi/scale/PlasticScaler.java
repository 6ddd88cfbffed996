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
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.Membrane.Exponents;

/** Chooses the scales of one plastic layer. Single use. */
final class PlasticScaler {

  private static final int LARGEST_WEIGHT = 254;
  private static final int LARGEST_TAG = 255;
  private static final int MOST_TAG_HALVINGS = 4;
  private static final int DOUBLINGS = 14;

  /** Of a weight times a spare trace: 9 and 7 bits and the mantissa's 4 pass 15 by 5. */
  private static final int SPARE_SHIFT = 5;

  private static final int MOST_SPARE = 7 * 127;
  private static final int LARGEST_DECIMATION = 9;

  /** The weights may grow to this many times what calibration saw. */
  private static final double HEADROOM = 1.05;

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
  private int largestTag = LARGEST_TAG;
  private double tagUnit;
  private double leastUnit;
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
    double largestAlpha = LayerValues.largest(alpha);
    tagUnit = rule.alphaInTag() && largestAlpha > 0 ? largestAlpha / LARGEST_TAG : 1;
  }

  Optional<ScaledLayer<LayerProgram>> scale() {
    leastUnit = leastUnit();
    if (leastUnit == 0) {
      LayerScaler.refuseRange(values.layer(), report);
      return Optional.empty();
    }
    double a = values.traceDecay();
    TraceScale x1 = traces.fast(a, values.layer().pre().maxTraceRate(), "x1");
    TraceScale y1 =
        rule.thirdFactor()
            ? TraceScale.OFF
            : traces.fast(a, values.layer().post().maxTraceRate(), "y1");
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
            rule.alphaInTag() ? tagUnit : 1,
            1);

    Series state = series(rule.stateTerms(), Variable.D, false, 1);
    Optional<ProductSeries> delays = Optional.empty();
    if (rule.storesState()) {
      units = withDelay(units, stateUnit(state, units));
      delays = state.products(units, units.delay(), report);
    }

    Optional<Units> fitted = withTag(units);
    if (fitted.isEmpty()) {
      return Optional.empty();
    }
    units = fitted.get();
    Series weights = series(terms, Variable.W, rule.alphaInTag(), alphaConstant);
    double unit = weightUnit(weights, units).orElse(0.0);
    if (unit == 0) {
      refuseLeading(weights.leadingCoefficient(units));
      return Optional.empty();
    }
    units = withSlowTrace(weights, units, unit);
    units = withStored(weights, units, unit, true, LayerProgram.DELAY);
    Optional<ProductSeries> dw = weights.products(units, unit, report);

    Optional<ProductSeries> accumulator = Optional.empty();
    if (rule.needsAccumulator()) {
      Series traces = series(terms, Variable.W, false, 1);
      Units own = new Units(units.x1(), units.x2(), units.y(), units.factor(), 1, 1);
      double smallest = HEADROOM * values.largest(rule.trace().orElseThrow()) / LARGEST_WEIGHT;
      accumulatorUnit = traceUnit(traces, own, smallest);
      own = withStored(traces, own, accumulatorUnit, false, LayerProgram.ACCUMULATOR_DELAY);
      accumulator = traces.products(own, accumulatorUnit, report);
    }
    Optional<NeuronProgram> program = Optional.empty();
    if (rule.thirdFactor()) {
      NeuronCompiler compiler = new NeuronCompiler(values, report);
      program = Optional.of(compiler.compile(accumulatorUnit));
      arrays.addAll(compiler.arrays());
    }
    if (dw.isEmpty()) {
      report.refuse(
          "L-EXP-RANGE",
          "no term of the rule has a coefficient other than zero.",
          "Maybe choose the rule static, or train with a learning rate above 0.");
    }
    if (report.diagnostics().hasRefusals()) {
      return Optional.empty();
    }
    return Optional.of(finish(x1, y1, dw, delays, accumulator, program, unit, accumulatorUnit));
  }

  private ScaledLayer<LayerProgram> finish(
      TraceScale x1,
      TraceScale y1,
      Optional<ProductSeries> dw,
      Optional<ProductSeries> dd,
      Optional<ProductSeries> accumulator,
      Optional<NeuronProgram> program,
      double unit,
      double accumulatorUnit) {
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
    arrays.addFirst(LayerScaler.weights(values.layer(), unit, exponents));
    if (rule.alphaInTag()) {
      arrays.add(
          new ScaledArray(
              LayerProgram.TAG,
              alpha,
              new Scale(tagUnit, -LARGEST_TAG, LARGEST_TAG),
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
    if (!Double.isInfinite(bound) && values.largest(rule.trace().orElseThrow()) >= bound) {
      report.lossy(
          "L-RANGE-W",
          String.format(
              Locale.ROOT,
              "traces reach their bound (%.4g) in calibration; the chip's bound is on alpha.E, at"
                  + " %.4g.",
              bound,
              unit * LARGEST_WEIGHT),
          "Maybe train with a wider bound.");
    }
    OptionalInt k = OptionalInt.of(decimation);
    PlasticProgram plastic =
        new PlasticProgram(
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
        values.layer(), new LayerProgram(numbers, Optional.of(plastic)), arrays);
  }

  private Series series(List<LegalTerm> added, Variable target, boolean tag, double constant) {
    return new Series(values, added, target, tag, constant, chip.delayOffset(), largestTag);
  }

  /** Halves the tags until the leading coefficient is not too small for the engine. */
  private Optional<Units> withTag(Units units) {
    Units tried = units;
    double smallest = leastUnit;
    for (int halving = 0; halving <= MOST_TAG_HALVINGS; halving++) {
      Series weights = series(terms, Variable.W, rule.alphaInTag(), alphaConstant);
      double coefficient = weights.leadingCoefficient(tried);
      if (coefficient == 0 || coefficient / smallest >= Math.scalb(1.0, -7)) {
        return Optional.of(tried);
      }
      if (!rule.alphaInTag()) {
        break;
      }
      tagUnit *= 2;
      largestTag /= 2;
      tried = new Units(tried.x1(), tried.x2(), tried.y(), tried.factor(), tagUnit, tried.delay());
    }
    refuseLeading(
        series(terms, Variable.W, rule.alphaInTag(), alphaConstant).leadingCoefficient(tried));
    return Optional.empty();
  }

  private void refuseLeading(double coefficient) {
    for (LegalTerm term : terms) {
      if (term.isDecay()) {
        double wanted = term.coefficient() * values.constants(term.constants());
        new CoefficientReport(values, report)
            .check(term, wanted, CoefficientFit.of(wanted, 7, SPARE_SHIFT, MOST_SPARE));
      }
    }
    report.refuse(
        "L-EXP-RANGE",
        String.format(
            Locale.ROOT,
            "the coefficient of the rule's leading term is %.3g for weights that reach alpha.E ="
                + " %.3g, expected 2^-7 to 7*2^8.",
            coefficient / leastUnit,
            leastUnit * LARGEST_WEIGHT),
        "Maybe use a larger learning rate or larger alpha.");
  }

  private Optional<Double> weightUnit(Series weights, Units units) {
    double coefficient = weights.leadingCoefficient(units);
    return coefficient == 0
        ? Optional.of(leastUnit)
        : UnitChoice.dividing(
            coefficient,
            leastUnit,
            weights.leadingMantissa(),
            u -> membrane.exponents(u).map(Exponents::loss));
  }

  /**
   * The least weight unit at which both the plastic and the static weights fit; 0 if there is none.
   */
  private double leastUnit() {
    double seen = values.layer().ranges().plastic().maxAbsolute();
    double unit = seen > 0 ? HEADROOM * seen / LARGEST_WEIGHT : membrane.staticUnit() / 16;
    for (int doubling = 0; doubling <= DOUBLINGS; doubling++, unit *= 2) {
      if (membrane.exponents(unit).isPresent()) {
        if (doubling > 0) {
          report.lossy(
              "L-WEIGHT-SCALE",
              String.format(
                  Locale.ROOT,
                  "plastic weights use %.3g of their 8 bits, because static weights are that much"
                      + " larger.",
                  Math.scalb(1.0, -doubling)),
              "Maybe train with larger alpha.");
        }
        return unit;
      }
    }
    return 0;
  }

  private double traceUnit(Series traces, Units units, double smallest) {
    double coefficient = traces.leadingCoefficient(units);
    double least = Math.max(smallest, Double.MIN_NORMAL);
    return coefficient == 0
        ? least
        : UnitChoice.dividing(coefficient, least, traces.leadingMantissa(), u -> Optional.of(1.0))
            .orElse(coefficient * 128);
  }

  private double stateUnit(Series state, Units units) {
    double seen = values.largest(rule.stored().orElseThrow());
    return traceUnit(state, units, HEADROOM * seen / chip.largestDelayValue());
  }

  private static Units withDelay(Units units, double delay) {
    return new Units(units.x1(), units.x2(), units.y(), units.factor(), units.tag(), delay);
  }

  private Units withSlowTrace(Series weights, Units units, double unit) {
    if (rule.slow().isEmpty()) {
      return units;
    }
    x2 = traces.slow(weights, units, unit);
    return new Units(units.x1(), x2.unit(), units.y(), units.factor(), units.tag(), units.delay());
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
                        weights.wanted(t, withDelay(units, 1), unit),
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
    return withDelay(units, chosen);
  }
}
