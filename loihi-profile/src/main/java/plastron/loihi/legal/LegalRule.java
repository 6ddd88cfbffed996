package plastron.loihi.legal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Variable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * A rule whose every factor has a place. Two groups of synapses serve a plastic connection: a
 * static one with what is fixed, and a plastic one with {@code w = alpha.E / s_w}, its alpha in the
 * tag. A third group with {@code w = E / s_E} feeds an accumulator of its own where the rule needs
 * {@code (E x)_i}. Names of symbols mean nothing here.
 *
 * @param fixed the part of the effective weight that does not change, in parameters
 * @param trace the state whose weighted copy is the plastic weight; empty for a static layer
 * @param alpha its factor in the effective weight, in parameters
 * @param terms of what is added to the trace
 * @param stateTerms of what is added to a second synaptic state
 * @param stored what synapses hold beside the trace and alpha, if anything
 * @param storedIn where that is: the delay variable, or the tag where alpha leaves it to a state
 * @param slow what the second pre trace holds, if anything
 * @param slots traces of spikes
 * @param thirdFactor whether a neuron program writes the post traces
 * @param channels what it writes, or what is broadcast
 * @param signals what it computes first, in this order
 * @param states post states that it keeps
 */
public record LegalRule(
    Polynomial fixed,
    Optional<Symbol> trace,
    Polynomial alpha,
    List<LegalTerm> terms,
    List<LegalTerm> stateTerms,
    Optional<Symbol> stored,
    Variable storedIn,
    Optional<SlowTrace> slow,
    TraceSlots slots,
    boolean thirdFactor,
    List<Channel> channels,
    List<SignalStep> signals,
    List<NormalUpdate> states) {

  /** A layer whose weights do not change. */
  static LegalRule still(Polynomial fixed) {
    return new LegalRule(
        fixed,
        Optional.empty(),
        Polynomial.of(List.of()),
        List.of(),
        List.of(),
        Optional.empty(),
        Variable.D,
        Optional.empty(),
        TraceSlots.NONE,
        false,
        List.of(),
        List.of(),
        List.of());
  }

  /** Copies the lists. */
  public LegalRule {
    terms = List.copyOf(terms);
    stateTerms = List.copyOf(stateTerms);
    channels = List.copyOf(channels);
    signals = List.copyOf(signals);
    states = List.copyOf(states);
  }

  /** Whether weights change. */
  public boolean isPlastic() {
    return trace.isPresent();
  }

  /**
   * Whether alpha is a synaptic variable; one number per layer is an instruction constant instead.
   */
  public boolean alphaInTag() {
    return alpha.axis() != Axis.GLOBAL;
  }

  /**
   * Whether the rule sums its trace over a neuron's synapses, which takes a group of synapses with
   * alpha one.
   */
  public boolean needsAccumulator() {
    return signals.stream()
        .anyMatch(
            s -> s instanceof DotStep dot && trace.isPresent() && dot.matrix().equals(trace.get()));
  }

  /** Whether synapses hold a second state that learns, not a parameter. */
  public boolean storesState() {
    return !stateTerms.isEmpty();
  }

  /** Whether it has a signed third factor or a second state of synapses, which may saturate. */
  public boolean mayReachLess() {
    return storesState() || channels.stream().anyMatch(Channel::isSplit);
  }

  /** What the reward trace carries, if a term reads it. */
  public Optional<Channel> reward() {
    return channels.stream().filter(Channel::broadcast).findFirst();
  }

  /** Whether single spikes change the traces. */
  public boolean isTimed() {
    return Stream.concat(terms.stream(), stateTerms.stream()).anyMatch(t -> t.gate() != Gate.U);
  }

  /** Whether {@link #spare} stays at zero. */
  public boolean hasSpare() {
    return isFree(spare());
  }

  /**
   * A variable that this rule leaves at zero, if there is one: with a constant added it is a factor
   * of seven bits.
   */
  public Variable spare() {
    List<Variable> candidates =
        thirdFactor
            ? List.of(Variable.X2, Variable.D, Variable.Y1)
            : List.of(Variable.Y3, Variable.Y2, Variable.X2, Variable.D);
    return candidates.stream().filter(this::isFree).findFirst().orElse(candidates.getLast());
  }

  private boolean isFree(Variable variable) {
    return !slots.traces().containsKey(variable)
        && slots.coincidence().filter(c -> c == variable).isEmpty()
        && switch (variable) {
          case X2 -> slow.isEmpty();
          case D -> stored.isEmpty() || storedIn != Variable.D;
          case Y1 -> thirdFactor && channels.stream().allMatch(Channel::signed);
          default -> true;
        };
  }
}
