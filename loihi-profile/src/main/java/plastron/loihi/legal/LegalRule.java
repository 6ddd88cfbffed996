package plastron.loihi.legal;

import java.util.List;
import java.util.Optional;
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
 * @param stateTerms of what is added to a second synaptic state, which lives in the delay variable
 * @param stored what the delay variable holds, if anything
 * @param slow what the second pre trace holds, if anything
 * @param thirdFactor whether a neuron program writes the post traces
 * @param channels what it writes
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
    Optional<SlowTrace> slow,
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
        Optional.empty(),
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

  /** Whether the delay variable holds a second state that learns, not a parameter. */
  public boolean storesState() {
    return !stateTerms.isEmpty();
  }

  /** Whether {@link #spare} stays at zero. */
  public boolean hasSpare() {
    return spare() != Variable.Y1 || channels.stream().allMatch(Channel::signed);
  }

  /**
   * A variable that this rule leaves at zero: with a constant added it is a factor of seven bits.
   */
  public Variable spare() {
    if (!thirdFactor) {
      return Variable.Y3;
    }
    if (slow.isEmpty()) {
      return Variable.X2;
    }
    return stored.isEmpty() ? Variable.D : Variable.Y1;
  }
}
