package plastron.loihi.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.rule.Variable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
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
    return legalizer.refusals.isEmpty()
        ? new Outcome(legal, List.of())
        : new Outcome(Optional.empty(), legalizer.refusals.stream().distinct().toList());
  }

  private Optional<LegalRule> legalize() {
    Optional<Term> plastic = weight();
    if (plastic.isEmpty() || !refusals.isEmpty()) {
      return refusals.isEmpty() ? Optional.of(LegalRule.STATIC) : Optional.empty();
    }
    Symbol trace = factor(plastic.get(), Role.STATE).orElseThrow();
    Optional<Symbol> alpha = factor(plastic.get(), Role.PARAMETER);
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
    if (second.isPresent() && !chip.thirdFactor()) {
      refuse(
          "L-DELAY-USED",
          "the second synaptic state (%s) needs the delay variable, whose %d bits on %s are too few for it."
              .formatted(second.get().state(), chip.delayBits(), chip.title()),
          "Maybe export to loihi2 or train with a rule of one synaptic state.");
    }
    places.begin(slow.map(SlowTrace::state), second.map(NormalUpdate::state));
    List<LegalTerm> terms = places.place(trace, increment(trace));
    List<LegalTerm> stateTerms =
        second.map(s -> places.place(s.state(), increment(s.state()))).orElse(List.of());
    if (!refusals.isEmpty()) {
      return Optional.empty();
    }
    boolean third = places.isThirdFactor();
    return Optional.of(
        new LegalRule(
            Optional.of(trace),
            alpha,
            terms,
            stateTerms,
            places.stored(),
            slow.filter(s -> reads(terms, stateTerms, Variable.X2)),
            third,
            places.channels(),
            third ? rule.signals() : List.of(),
            third ? neuronStates : List.of()));
  }

  /**
   * What is added to a state, all polynomial signals multiplied out that need not be computed in
   * neurons.
   */
  private Polynomial increment(Symbol state) {
    NormalUpdate update =
        rule.updates().stream().filter(u -> u.state().equals(state)).findFirst().orElseThrow();
    List<Term> terms = new ArrayList<>(update.next().terms());
    terms.add(new Term(-1, List.of(state)));
    return places.expand(Polynomial.of(terms));
  }

  /** The plastic term of the effective weight. Everything but {@code W + alpha.E} is refused. */
  private Optional<Term> weight() {
    Optional<Term> plastic = Optional.empty();
    for (Term term : rule.weight().terms()) {
      boolean fixed =
          term.coefficient() == 1
              && term.factors().size() == 1
              && term.factors().getFirst().role() == Role.PARAMETER
              && term.factors().getFirst().axis() == Axis.SYNAPSE;
      long states =
          term.factors().stream()
              .filter(f -> f.role() == Role.STATE && f.axis() == Axis.SYNAPSE)
              .count();
      long parameters = term.factors().stream().filter(f -> f.role() == Role.PARAMETER).count();
      boolean changing =
          term.coefficient() == 1
              && states == 1
              && parameters <= 1
              && states + parameters == term.factors().size();
      if (changing && plastic.isEmpty()) {
        plastic = Optional.of(term);
      } else if (!fixed) {
        refuse(
            "L-FUNC",
            "the effective weight has the term (%s), the chip adds a static weight and one plastic one."
                .formatted(term),
            "Maybe write the weight as W + alpha.E.");
      }
    }
    return plastic;
  }

  private void refuseState(NormalUpdate update) {
    refuse(
        "L-FUNC",
        "the state (%s) follows (%s), a trace of %s follows its own spikes only, by g.x - g.%s."
            .formatted(update.state(), update.next(), chip.title(), update.state()),
        chip.thirdFactor()
            ? "Maybe use a rule whose threshold is a leaky average of the rate."
            : "Maybe export to loihi2, or use a rule whose threshold is a leaky average of the pre"
                + " rate, such as dp-bcm.");
  }

  private void refuse(String code, String message, String wayOut) {
    refusals.add(new Refusal(code, message, wayOut));
  }

  private static Optional<Symbol> factor(Term term, Role role) {
    return term.factors().stream().filter(f -> f.role() == role).findFirst();
  }

  private static boolean reads(List<LegalTerm> terms, List<LegalTerm> others, Variable variable) {
    return terms.stream().anyMatch(t -> t.traces().contains(variable))
        || others.stream().anyMatch(t -> t.traces().contains(variable));
  }
}
