package plastron.loihi.legal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Variable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * Gives the factors of terms their places. Single use, by {@link Legalizer}. Long, because a factor
 * without a place is refused where its place is looked for, in words of its own.
 */
final class FactorPlaces {

  private static final int MOST_CHANNELS_OF_A_KIND = 1;

  private final RuleDerivation rule;
  private final LoihiChip chip;
  private final Predicate<Symbol> uniform;
  private final List<Refusal> refusals;
  private final boolean thirdFactor;
  private final Optional<Symbol> broadcast;
  private final Expansion expansion;
  private final TermOrder order;
  private final Set<Channel> channels = new LinkedHashSet<>();
  private final TraceSlots slots;
  private Optional<Symbol> slow = Optional.empty();
  private Optional<Symbol> second = Optional.empty();
  private Optional<Symbol> stored = Optional.empty();

  FactorPlaces(
      RuleDerivation rule, LoihiChip chip, Predicate<Symbol> uniform, List<Refusal> refusals) {
    this.rule = rule;
    this.chip = chip;
    this.uniform = uniform;
    this.refusals = refusals;
    order = new TermOrder(rule);
    Foreign foreign = Foreign.of(rule, this::isConstant);
    broadcast = chip.reward() ? foreign.broadcast(!chip.thirdFactor(), uniform) : Optional.empty();
    thirdFactor = chip.thirdFactor() && broadcast.isEmpty() && !foreign.isEmpty();
    expansion = new Expansion(rule, s -> !(thirdFactor && s.axis() == Axis.POST));
    slots = TraceSlots.of(rule, thirdFactor);
  }

  void begin(Optional<Symbol> slowState, Optional<Symbol> secondState) {
    slow = slowState;
    second = secondState;
    stored = secondState;
  }

  /** The modulator that the reward trace carries, if one does. */
  Optional<Symbol> broadcast() {
    return broadcast;
  }

  boolean isThirdFactor() {
    return thirdFactor;
  }

  List<Channel> channels() {
    return List.copyOf(channels);
  }

  Optional<Symbol> stored() {
    return stored;
  }

  Polynomial expand(Polynomial polynomial) {
    return expansion.of(polynomial);
  }

  /** Which spike traces live where. */
  TraceSlots slots() {
    return slots;
  }

  /**
   * Places all terms of what is added to a synaptic state; what has no place is refused.
   *
   * @param increments by the gate that adds them
   */
  List<LegalTerm> place(Symbol state, Map<Gate, Polynomial> increments) {
    List<LegalTerm> placed = new ArrayList<>();
    increments.forEach(
        (gate, increment) -> {
          for (Term term : order.terms(increment)) {
            placed.add(place(state, gate, term));
          }
        });
    if (slots.coincidence().isPresent()) {
      Polynomial nothing = Polynomial.of(List.of());
      Polynomial correction =
          new Coincidence(slots.traces().values())
              .correction(
                  increments.getOrDefault(Gate.X0, nothing),
                  increments.getOrDefault(Gate.Y0, nothing));
      for (Term term : order.terms(correction)) {
        placed.add(coincident(place(state, slots.coincidenceGate(), term)));
      }
    }
    // Accumulators are limited after every product: what draws to zero first makes room.
    placed.sort(Comparator.comparing(t -> !t.own()));
    if (slots.traces().containsKey(Variable.Y1) && !channels.stream().allMatch(Channel::signed)) {
      refuse(
          "L-FUNC",
          "the rule needs a trace of post spikes and the post quantities (%s), of which one that is not signed takes the same trace y1."
              .formatted(channels.stream().map(Channel::name).toList()),
          "");
    }
    long signed = channels.stream().filter(Channel::signed).count();
    if (signed > MOST_CHANNELS_OF_A_KIND || channels.size() - signed > MOST_CHANNELS_OF_A_KIND) {
      refuse(
          "L-FUNC",
          "the rule needs the post quantities (%s), %s write one signed one (y2 and y3) and one unsigned one (y1)."
              .formatted(channels.stream().map(Channel::name).toList(), chip.writer().title()),
          "Maybe collect them in one signal.");
    }
    return placed;
  }

  private LegalTerm coincident(LegalTerm term) {
    List<Variable> traces = new ArrayList<>(term.traces());
    traces.add(slots.coincidence().orElseThrow());
    traces.sort(null);
    return term.with(traces, term.coefficient());
  }

  private LegalTerm place(Symbol state, Gate gate, Term term) {
    List<Symbol> constants = new ArrayList<>();
    List<Variable> traces = new ArrayList<>();
    List<Symbol> written = new ArrayList<>();
    boolean own = false;
    Optional<Symbol> inDelay = Optional.empty();
    for (Symbol factor : order.factors(term.factors())) {
      if (factor.equals(state)) {
        if (own) {
          refuseFactor(term, factor, "a product has the weight once");
        }
        own = true;
      } else if (isConstant(factor)) {
        constants.add(factor);
      } else if (factor.role() == Role.EXTERNAL) {
        external(term, factor, written);
      } else if (factor.role() == Role.TRACE) {
        spikeTrace(term, factor, gate, traces);
      } else if (factor.axis() == Axis.POST) {
        post(term, factor, traces, written);
      } else if (factor.axis() == Axis.PRE && factor.role() == Role.ACTIVITY) {
        traces.add(Variable.X1);
      } else if (slow.isPresent() && factor.equals(slow.get())) {
        traces.add(Variable.X2);
      } else if (isStorable(factor, state) && inDelay.isEmpty()) {
        inDelay = Optional.of(factor);
        store(term, factor);
      } else {
        refuseFactor(term, factor, "synapses keep a weight, a tag and a delay variable");
      }
    }
    if (own && inDelay.isPresent()) {
      refuseFactor(
          term, inDelay.get(), "it carries alpha, so it cannot be multiplied with the weight");
    }
    traces.sort(null);
    if (broadcast.isPresent() && written.size() > 1) {
      refuseRewards(term, written.getLast());
    } else if (broadcast.isPresent() && !written.isEmpty()) {
      requireFits(term);
    }
    Optional<Channel> channel =
        written.isEmpty()
            ? Optional.empty()
            : Optional.of(new Channel(written, broadcast.isPresent()));
    channel.ifPresent(channels::add);
    return new LegalTerm(gate, term.coefficient(), constants, traces, channel, own, inDelay, term);
  }

  private void spikeTrace(Term term, Symbol factor, Gate gate, List<Variable> traces) {
    Optional<Variable> slot = slots.of(factor);
    if (slot.isEmpty()) {
      refuseFactor(
          term,
          factor,
          "a synapse reads two pre traces and three post traces, and other factors take them");
      return;
    }
    if (slots.isSet(factor) && TraceSlots.isOfGate(slot.get(), gate)) {
      refuseFactor(
          term,
          factor,
          "a spike sets it before the update of its own step reads it, and what it was is lost");
    }
    if (slots.isSet(factor) && thirdFactor && factor.axis() == Axis.POST) {
      refuseFactor(term, factor, "programs of neurons add to a trace and do not set it");
    }
    traces.add(slot.get());
  }

  private void external(Term term, Symbol factor, List<Symbol> written) {
    if (thirdFactor || broadcast.filter(factor::equals).isPresent()) {
      written.add(factor);
    } else if (broadcast.isPresent()) {
      refuseRewards(term, factor);
    } else {
      refuseExternal(term, factor);
    }
  }

  private void post(Term term, Symbol factor, List<Variable> traces, List<Symbol> written) {
    if (thirdFactor || broadcast.filter(factor::equals).isPresent()) {
      written.add(factor);
    } else if (factor.role() == Role.ACTIVITY) {
      traces.add(Variable.Y1);
    } else if (broadcast.isPresent() && Foreign.canBeBroadcast(rule, factor)) {
      refuseRewards(term, factor);
    } else if (factor.role() == Role.SIGNAL) {
      refuseDot(term, factor);
    } else {
      refuseFactor(term, factor, "post neurons have the trace y1 of their own spikes");
    }
  }

  private boolean isConstant(Symbol factor) {
    return factor.role() == Role.PARAMETER
        && (factor.axis() == Axis.GLOBAL
            || ((factor.axis() == Axis.PRE || factor.axis() == Axis.POST) && uniform.test(factor)));
  }

  private boolean isStorable(Symbol factor, Symbol state) {
    return (factor.axis() == Axis.PRE && factor.role() == Role.PARAMETER)
        || (second.isPresent() && factor.equals(second.get()) && !factor.equals(state));
  }

  private void store(Term term, Symbol factor) {
    if (stored.isPresent() && !stored.get().equals(factor)) {
      boolean parameter = factor.role() == Role.PARAMETER;
      refuse(
          "L-DELAY-USED",
          "term (%s) needs %s in the delay variable, which holds %s."
              .formatted(term, factor, stored.get()),
          parameter ? "Maybe give %s one value for the whole layer.".formatted(factor) : "");
    }
    stored = Optional.of(factor);
  }

  private void refuseDot(Term term, Symbol signal) {
    for (SignalStep step : rule.signals()) {
      if (step instanceof DotStep dot && dot.symbol().equals(signal)) {
        if (dot.matrix().axis() == Axis.SYNAPSE) {
          refuse(
              "L-OJA-NONLOCAL",
              "term (%s) needs (%s %s)_i, a sum over all synapses of a neuron; a synapse of %s reads 2 pre traces and 3 post traces, none of which is that sum. A local form, each synapse for itself, is another rule: used silently it would be off by 3 %% of full scale for 5 inputs and 24 %% for 40."
                  .formatted(term, dot.matrix(), dot.vector(), chip.title()),
              "");
        } else {
          refuse(
              "L-MOD-PERNEURON",
              "term (%s) needs the modulator (%s %s)_i, one value for each neuron; the learning engine of %s has only broadcast rewards."
                  .formatted(term, dot.matrix(), dot.vector(), chip.title()),
              "");
        }
      }
    }
  }

  private void requireFits(Term term) {
    int bits = Foreign.bits(term, Foreign.isTagged(rule));
    if (bits > Foreign.PRODUCT_BITS) {
      refuse(
          "L-MAC-OVF",
          "term (%s) is a product of %d bits with the reward trace r1 as a factor, of %d that the engine has."
              .formatted(term, bits, Foreign.PRODUCT_BITS),
          Foreign.bits(term, false) > Foreign.PRODUCT_BITS
              ? ""
              : "Maybe give alpha one value for all synapses.");
    }
  }

  private void refuseRewards(Term term, Symbol factor) {
    refuse(
        "L-REWARD-ONE",
        "term (%s) reads %s beside or times %s; the reward trace r1 of a core carries one value."
            .formatted(term, factor, broadcast.orElseThrow()),
        "");
  }

  private void refuseFactor(Term term, Symbol factor, String limit) {
    refuse(
        "L-FUNC",
        "term (%s) has the factor %s (axis %s, %s), which has no place: %s."
            .formatted(term, factor, factor.axis(), factor.role(), limit),
        "");
  }

  /**
   * Refuses a function of a signal, with the first term of an update that it is a factor of: what a
   * chip does not compute it does not leave out either.
   */
  void refuseFunction(FunctionStep step) {
    Expansion all = new Expansion(rule, s -> true);
    String needs =
        rule.updates().stream()
            .flatMap(update -> all.of(update.next()).terms().stream())
            .filter(term -> term.degree(step.symbol()) > 0)
            .findFirst()
            .map("term (%s) needs"::formatted)
            .orElse("the rule has");
    refuse(
        "L-FUNCTION",
        "%s %s = %s; the programs that are written for %s add and multiply."
            .formatted(
                needs, step.symbol(), step.function().printed(step.operand().name()), chip.title()),
        "Maybe end %s without the function %s.".formatted(step.symbol(), step.function().name()));
  }

  private void refuseExternal(Term term, Symbol factor) {
    refuse(
        "L-MOD-EXTERNAL",
        "term (%s) reads %s from outside at every update; the neurons of %s write no post traces, so it has no register."
            .formatted(term, factor, chip.title()),
        "");
  }

  /** Without a way out of its own a refusal gets the general one, see {@link Alternatives}. */
  private void refuse(String code, String message, String wayOut) {
    refusals.add(new Refusal(code, message, wayOut));
  }
}
