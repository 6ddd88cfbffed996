package plastron.loihi.legal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Variable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * Decides from the normal form of a rule, term by term, where each factor lives. Post quantities
 * that a synapse cannot compute from its own traces become a third factor where the chip has one.
 * Single use.
 */
public final class Legalizer {

  private final RuleDerivation rule;
  private final LoihiChip chip;
  private final List<Refusal> refusals = new ArrayList<>();
  private final FactorPlaces places;

  private Legalizer(RuleDerivation rule, LoihiChip chip, Predicate<Symbol> uniform) {
    this.rule = rule;
    this.chip = chip;
    places = new FactorPlaces(rule, chip, uniform, refusals);
  }

  /**
   * Legalizes a rule.
   *
   * @param uniform whether a parameter has the same value for all neurons, so that it may be an
   *     instruction's constant
   */
  public static Outcome legalize(RuleDerivation rule, LoihiChip chip, Predicate<Symbol> uniform) {
    Legalizer legalizer = new Legalizer(rule, chip, uniform);
    Optional<LegalRule> legal = legalizer.legalize();
    if (legalizer.refusals.isEmpty()) {
      return new Outcome(legal, List.of());
    }
    String otherwise = new Alternatives(rule, chip, uniform).wayOut();
    return new Outcome(
        Optional.empty(),
        legalizer.refusals.stream().map(r -> r.orElse(otherwise)).distinct().toList());
  }

  /** Whether a chip runs a rule, without the reasons why not. */
  static boolean runs(RuleDerivation rule, LoihiChip chip, Predicate<Symbol> uniform) {
    Legalizer legalizer = new Legalizer(rule, chip, uniform);
    legalizer.legalize();
    return legalizer.refusals.isEmpty();
  }

  private Optional<LegalRule> legalize() {
    WeightForm weight = WeightForm.of(rule.weight());
    weight.strange().forEach(this::refuseWeight);
    if (weight.trace().isEmpty() || !refusals.isEmpty()) {
      return refusals.isEmpty() ? Optional.of(LegalRule.still(weight.fixed())) : Optional.empty();
    }
    Symbol trace = weight.trace().get();
    for (SignalStep step : rule.signals()) {
      if (step instanceof FunctionStep function) {
        places.refuseFunction(function);
      }
    }
    if (!refusals.isEmpty()) {
      return Optional.empty();
    }
    List<NormalUpdate> neuronStates = new ArrayList<>();
    Optional<SlowTrace> slow = Optional.empty();
    Optional<NormalUpdate> second = Optional.empty();
    for (NormalUpdate update : rule.updates()) {
      Axis axis = update.state().axis();
      if (axis == Axis.POST && chip.thirdFactor()) {
        neuronStates.add(update);
      } else if (axis == Axis.PRE && SlowTrace.fits(update) && slow.isEmpty()) {
        slow = Optional.of(SlowTrace.of(update));
      } else if (axis == Axis.SYNAPSE && !update.state().equals(trace) && second.isEmpty()) {
        second = Optional.of(update);
      } else if (!update.state().equals(trace)) {
        refuseState(update);
      }
    }
    boolean tagIsFree = weight.gain().axis() == Axis.GLOBAL;
    if (second.isPresent() && !chip.learnsInDelay() && !tagIsFree) {
      refuse(
          "L-DELAY-USED",
          "the second synaptic state (%s) needs the delay variable, whose %d bits on %s are too few for it; the tag holds %s."
              .formatted(second.get().state(), chip.delayBits(), chip.title(), weight.gain()));
    }
    places.begin(slow.map(SlowTrace::state), second.map(NormalUpdate::state));
    List<LegalTerm> terms = places.place(trace, increments(trace));
    List<LegalTerm> stateTerms =
        second.map(s -> places.place(s.state(), increments(s.state()))).orElse(List.of());
    if (!refusals.isEmpty()) {
      return Optional.empty();
    }
    boolean third = places.isThirdFactor();
    NeuronSide neurons = new NeuronSide(rule, chip, trace, places, refusals);
    List<SignalStep> signals =
        third
            ? neurons.signals()
            : places.broadcast().flatMap(s -> Foreign.dot(rule, s)).stream()
                .map(SignalStep.class::cast)
                .toList();
    List<NormalUpdate> states = third ? neurons.states(neuronStates) : List.of();
    if (!refusals.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LegalRule(
            weight.fixed(),
            weight.trace(),
            weight.gain(),
            terms,
            stateTerms,
            places.stored(),
            second.isPresent() && !chip.learnsInDelay() ? Variable.T : Variable.D,
            slow.filter(s -> reads(terms, stateTerms, Variable.X2)),
            places.slots(),
            third,
            places.channels(),
            signals,
            states));
  }

  /**
   * What is added to a state, all polynomial signals multiplied out that need not be computed in
   * neurons.
   */
  private Map<Gate, Polynomial> increments(Symbol state) {
    Map<Gate, Polynomial> increments = new EnumMap<>(Gate.class);
    add(Gate.X0, state, rule.onPre(), increments);
    add(Gate.Y0, state, rule.onPost(), increments);
    add(Gate.U, state, rule.updates(), increments);
    return increments;
  }

  private void add(
      Gate gate, Symbol state, List<NormalUpdate> updates, Map<Gate, Polynomial> increments) {
    for (NormalUpdate update : updates) {
      if (update.state().equals(state)) {
        List<Term> terms = new ArrayList<>(update.next().terms());
        terms.add(new Term(-1, List.of(state)));
        increments.put(gate, places.expand(Polynomial.of(terms)));
      }
    }
  }

  private void refuseWeight(Term term) {
    refuse(
        "L-FUNC",
        "the effective weight has the term (%s), the chip adds a static weight and one synaptic state times parameters."
            .formatted(term));
  }

  private void refuseState(NormalUpdate update) {
    refuse(
        "L-FUNC",
        "the state (%s) follows (%s), a trace of %s follows its own spikes only, by g.x - g.%s."
            .formatted(update.state(), update.next(), chip.title(), update.state()));
  }

  private void refuse(String code, String message) {
    refusals.add(new Refusal(code, message, ""));
  }

  private static boolean reads(List<LegalTerm> terms, List<LegalTerm> others, Variable variable) {
    return terms.stream().anyMatch(t -> t.traces().contains(variable))
        || others.stream().anyMatch(t -> t.traces().contains(variable));
  }
}
