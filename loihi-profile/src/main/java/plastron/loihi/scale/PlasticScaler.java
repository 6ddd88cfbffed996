package plastron.loihi.scale;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.export.stage.RoundedState;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.program.ChipTraces;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.MeanLoss;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.PlasticScales.States;
import plastron.loihi.scale.coefficient.ScaleChoice;
import plastron.loihi.scale.coefficient.SlowTraceLag;
import plastron.loihi.scale.coefficient.Units;
import plastron.loihi.scale.rounding.EngineProducts;
import plastron.loihi.scale.rounding.RoundedStates;
import plastron.loihi.scale.rounding.RoundedStates.Held;
import plastron.plasticity.derive.RuleDerivation;

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
      LayerValues values, LoihiChip chip, Membrane membrane, ScaleChoice choice, Report report) {
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
    TraceChoice scales = new TraceChoice(values, choice, report);
    Map<Variable, TraceScale> traces = scales.ofSpikes();
    rates(scales, traces);
    // The units of what neurons write do not depend on that of the states, which is not known yet.
    Optional<CompiledNeurons> writing = neurons(1);
    Optional<RewardScale> reward = RewardScale.of(values, report);
    Map<Variable, Double> operands = new EnumMap<>(Variable.class);
    reward.ifPresent(r -> operands.put(Variable.R1, r.reward().unit()));
    traces.forEach((trace, scale) -> operands.put(trace, scale.unit()));
    if (writing.isPresent()) {
      operands.putIfAbsent(Variable.Y1, writing.get().rateUnit());
      operands.put(Variable.Y2, writing.get().factorUnit());
      operands.put(Variable.Y3, writing.get().factorUnit());
    }
    Units units = new Units(operands);

    Series changes = changes(rule.stateTerms(), rule.storedIn(), WeightUnit.LARGEST_TAG);
    Variable state = rule.storedIn();
    int largestHeld = state == Variable.T ? WeightUnit.LARGEST_TAG : chip.largestDelayValue();
    if (rule.storesState()) {
      double room = values.room(rule.stored().orElseThrow(), WeightUnit.HEADROOM);
      units = units.with(state, changes.unit(units, choice.reach() * room / largestHeld));
      report.reach("state " + rule.stored().get(), choice, room, units.of(state), largestHeld);
    }
    Optional<ProductSeries> stored =
        rule.storesState() ? products(changes, units, units.of(state)) : Optional.empty();

    Optional<WeightUnit> chosen =
        WeightUnit.choose(values, membrane, choice, this::weights, units, report);
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    WeightUnit weight = chosen.get();
    Series weights = weights(weight.largestTag());
    if (rule.alphaInTag()) {
      units = units.with(Variable.T, weight.tagUnit());
    }
    if (rule.slow().isPresent()) {
      TraceScale slow = scales.slow(weights, units, weight.unit());
      traces.put(Variable.X2, slow);
      units = units.with(Variable.X2, slow.unit());
    }
    Optional<StoredParameter> parameter =
        storesParameter()
            ? Optional.of(StoredParameter.ofWeights(weights, units, weight.unit(), chip, report))
            : Optional.empty();
    if (parameter.isPresent()) {
      units = units.with(Variable.D, parameter.get().unit());
    }
    Optional<ProductSeries> dw = products(weights, units, weight.unit());

    report.lossy(
        "L-USED",
        "the chip updates every %d steps, with %s."
            .formatted(values.interval(), weights.used(units, weight.unit())),
        "");

    States states = States.NONE;
    Optional<StoredParameter> storedBesideStates = Optional.empty();
    if (rule.needsAccumulator()) {
      Series own = changes(terms, Variable.W, weight.largestTag());
      Units ownUnits =
          units.with(Variable.T, 1).with(Variable.D, rule.storesState() ? units.of(Variable.D) : 1);
      double room = values.room(rule.trace().orElseThrow(), WeightUnit.HEADROOM);
      double unit = own.unit(ownUnits, room / WeightUnit.LARGEST_WEIGHT);
      if (storesParameter()) {
        StoredParameter beside = StoredParameter.ofStates(own, ownUnits, unit, chip, report);
        storedBesideStates = Optional.of(beside);
        ownUnits = ownUnits.with(Variable.D, beside.unit());
      }
      states = new States(unit, products(own, ownUnits, unit));
    }
    Optional<CompiledNeurons> neurons = neurons(states.unit());
    if (report.diagnostics().hasRefusals()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlasticScales(
                values,
                followed(traces),
                weight,
                dw,
                stored,
                rounded(units, traces, dw, weight.unit(), stored, largestHeld),
                states,
                neurons,
                reward,
                alpha(),
                Stream.of(parameter, storedBesideStates).flatMap(Optional::stream).toList())
            .layer(membrane, chip, report));
  }

  private Optional<ProductSeries> products(Series series, Units units, double target) {
    Optional<ProductSeries> products = series.products(units, target, report);
    return series.losesInEveryEpoch()
        ? products.map(p -> MeanLoss.madeUp(p, choice.madeUp()))
        : products;
  }

  private List<RoundedState> rounded(
      Units units,
      Map<Variable, TraceScale> traces,
      Optional<ProductSeries> dw,
      double weight,
      Optional<ProductSeries> stored,
      int largestHeld) {
    RuleDerivation source = values.layer().source().rule();
    LegalRule rule = values.rule();
    EngineProducts products = new EngineProducts(source, rule, units, traces, chip.delayOffset());
    Held weights = new Held(weight, WeightUnit.LARGEST_WEIGHT, products.ofWeights(dw, weight));
    Optional<Held> second =
        rule.storesState()
            ? Optional.of(
                new Held(units.of(rule.storedIn()), largestHeld, products.ofStored(stored)))
            : Optional.empty();
    return new RoundedStates(source, rule, followed(traces), weights, second).all();
  }

  private Optional<CompiledNeurons> neurons(double stateUnit) {
    return values.rule().thirdFactor()
        ? Optional.of(NeuronCompiler.compile(values, chip, choice, report, stateUnit))
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
        largestTag,
        impulses());
  }

  /** Without those that neurons write. */
  private ChipTraces followed(Map<Variable, TraceScale> traces) {
    Map<Variable, TraceScale> followed = new EnumMap<>(traces);
    if (values.rule().thirdFactor()) {
      followed.keySet().removeIf(trace -> trace.axis() == Variable.Axis.POST);
    }
    return new ChipTraces(followed);
  }

  /** What a spike adds to the traces of spikes. */
  private Map<Variable, Integer> impulses() {
    return TraceChoice.impulses(values);
  }

  /** The traces of rates, those that a rule of spikes does not read left out. */
  private void rates(TraceChoice choice, Map<Variable, TraceScale> traces) {
    if (reads(Variable.X1, traces)) {
      traces.put(Variable.X1, choice.fast(values.traceDecay(), values.layer().pre(), Variable.X1));
    }
    if (!values.rule().thirdFactor() && reads(Variable.Y1, traces)) {
      traces.put(Variable.Y1, choice.fast(values.traceDecay(), values.layer().post(), Variable.Y1));
    }
  }

  private boolean reads(Variable trace, Map<Variable, TraceScale> traces) {
    return !traces.containsKey(trace)
        && (!values.rule().isTimed() || terms.stream().anyMatch(t -> t.traces().contains(trace)));
  }

  /** What changes a variable that carries a state itself, without alpha. */
  private Series changes(List<LegalTerm> added, Variable target, int largestTag) {
    return new Series(values, added, target, false, 1, chip.delayOffset(), largestTag, impulses());
  }
}
