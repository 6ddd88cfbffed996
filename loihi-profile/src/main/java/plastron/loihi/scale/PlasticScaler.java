package plastron.loihi.scale;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.PlasticScales.States;
import plastron.loihi.scale.coefficient.ScaleChoice;
import plastron.loihi.scale.coefficient.UnitChoice;
import plastron.loihi.scale.coefficient.Units;

/**
 * Chooses the scales of one plastic layer, one after the other: each is chosen for those before it.
 *
 * @param values the layer's real numbers
 * @param membrane scales of its neurons
 * @param choice what is chosen for
 * @param terms what changes E
 */
record PlasticScaler(
    LayerValues values,
    LoihiChip chip,
    Membrane membrane,
    ScaleChoice choice,
    Report report,
    List<LegalTerm> terms) {

  PlasticScaler(
      LayerValues values,
      LoihiChip chip,
      Membrane membrane,
      ScaleChoice choice,
      Report report) {
    this(values, chip, membrane, choice, report, terms(values));
  }

  private static List<LegalTerm> terms(LayerValues values) {
    LegalRule rule = values.rule();
    return rule.slow()
        .map(s -> SlowTraceLag.corrected(rule.terms(), values.constant(s.rate())))
        .orElse(rule.terms());
  }

  /** The layer; empty if something was refused. */
  Optional<ScaledLayer<LoihiProgram>> scale() {
    LegalRule rule = values.rule();
    if (!new DecayCheck(values, report).passes(terms)) {
      return Optional.empty();
    }
    TraceChoice traces = new TraceChoice(values, choice, report);
    double decay = values.traceDecay();
    TraceScale x1 = traces.fast(decay, values.layer().pre(), "x1");
    TraceScale y1 =
        rule.thirdFactor() ? TraceScale.OFF : traces.fast(decay, values.layer().post(), "y1");
    // The units of what neurons write do not depend on that of the states, which is not known yet.
    Optional<CompiledNeurons> writing = neurons(1);
    Units units =
        new Units(
            x1.unit(),
            1,
            writing.map(CompiledNeurons::rateUnit).orElse(y1.unit()),
            writing.map(CompiledNeurons::factorUnit).orElse(1.0),
            1,
            1);

    Series changes = changes(rule.stateTerms(), Variable.D, WeightUnit.LARGEST_TAG);
    if (rule.storesState()) {
      double room = values.room(rule.stored().orElseThrow(), WeightUnit.HEADROOM);
      units = units.withDelay(traceUnit(changes, units, room / chip.largestDelayValue()));
    }
    Optional<ProductSeries> dd =
        rule.storesState() ? changes.products(units, units.delay(), report) : Optional.empty();

    Optional<WeightUnit> chosen = 
        WeightUnit.choose(values, membrane, choice, this::weights, units, report);
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    WeightUnit weight = chosen.get();
    Series weights = weights(weight.largestTag());
    units = units.withTag(weight.tagUnit());
    TraceScale x2 =
        rule.slow().isPresent() ? traces.slow(weights, units, weight.unit()) : TraceScale.OFF;
    units = rule.slow().isPresent() ? units.withSlow(x2.unit()) : units;
    Optional<StoredParameter> stored =
        storesParameter()
            ? Optional.of(StoredParameter.ofWeights(weights, units, weight.unit(), chip, report))
            : Optional.empty();
    units = stored.map(StoredParameter::unit).map(units::withDelay).orElse(units);
    Optional<ProductSeries> dw = weights.products(units, weight.unit(), report);

    report.lossy(
        "L-USED",
        "the chip updates every %d steps, with %s."
            .formatted(values.interval(), weights.used(units, weight.unit())),
        "");

    States states = States.NONE;
    Optional<StoredParameter> storedBesideStates = Optional.empty();
    if (rule.needsAccumulator()) {
      Series own = changes(terms, Variable.W, weight.largestTag());
      Units ownUnits = units.withTag(1).withDelay(rule.storesState() ? units.delay() : 1);
      double room = values.room(rule.trace().orElseThrow(), WeightUnit.HEADROOM);
      double unit = traceUnit(own, ownUnits, room / WeightUnit.LARGEST_WEIGHT);
      if (storesParameter()) {
        StoredParameter beside = StoredParameter.ofStates(own, ownUnits, unit, chip, report);
        storedBesideStates = Optional.of(beside);
        ownUnits = ownUnits.withDelay(beside.unit());
      }
      states = new States(unit, own.products(ownUnits, unit, report));
    }
    Optional<CompiledNeurons> neurons = neurons(states.unit());
    if (report.diagnostics().hasRefusals()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlasticScales(
                values,
                x1,
                x2,
                y1,
                weight,
                dw,
                dd,
                states,
                neurons,
                alpha(),
                Stream.of(stored, storedBesideStates).flatMap(Optional::stream).toList())
            .layer(membrane, chip, report));
  }

  private Optional<CompiledNeurons> neurons(double stateUnit) {
    return values.rule().thirdFactor()
        ? Optional.of(NeuronCompiler.compile(values, chip, report, stateUnit))
        : Optional.empty();
  }

  /** Whether the delay variables hold a parameter, not a state. */
  private boolean storesParameter() {
    return values.rule().stored().isPresent() && !values.rule().storesState();
  }

  /** Alpha as a constant, 1 if it is in the tag. */
  private double alpha() {
    return values.rule().alphaInTag() ? 1 : values.alpha()[0][0];
  }

  /** What changes the weights that carry alpha.E. */
  private Series weights(int largestTag) {
    return new Series(
        values,
        terms,
        Variable.W,
        values.rule().alphaInTag(),
        alpha(),
        chip.delayOffset(),
        largestTag);
  }

  /** What changes a variable that carries a state itself, without alpha. */
  private Series changes(List<LegalTerm> added, Variable target, int largestTag) {
    return new Series(values, added, target, false, 1, chip.delayOffset(), largestTag);
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
}
