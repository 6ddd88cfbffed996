package plastron.loihi.legal;

import java.util.List;
import java.util.Optional;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Variable;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * One term of what is added to a synaptic state, its factors placed.
 *
 * @param gate when it is added: at a window's end (u), or in the step of a spike (x0, y0)
 * @param coefficient a number
 * @param constants factors that are one number per layer: they go into the instruction
 * @param traces pre and post traces, of rates or of spikes, a square twice
 * @param channel the written post quantity, if any
 * @param own whether the state itself is a factor (at most once)
 * @param stored the symbol that is read from the delay variable, if any
 * @param source the term as the rule has it
 */
public record LegalTerm(
    Gate gate,
    double coefficient,
    List<Symbol> constants,
    List<Variable> traces,
    Optional<Channel> channel,
    boolean own,
    Optional<Symbol> stored,
    Term source) {

  /** Copies the lists. */
  public LegalTerm {
    constants = List.copyOf(constants);
    traces = List.copyOf(traces);
  }

  /** The same term with other traces and another coefficient. */
  public LegalTerm with(List<Variable> others, double newCoefficient) {
    return new LegalTerm(gate, newCoefficient, constants, others, channel, own, stored, source);
  }

  /**
   * Whether the delay variable brings alpha along: it does for a parameter, not for a second state.
   */
  public boolean storesAlpha() {
    return stored.isPresent() && stored.get().axis() == Axis.PRE;
  }

  /** Whether it is the decay of the state: nothing varies but the state itself. */
  public boolean isDecay() {
    return gate == Gate.U && own && traces.isEmpty() && channel.isEmpty() && stored.isEmpty();
  }
}
