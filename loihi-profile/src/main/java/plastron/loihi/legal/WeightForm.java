package plastron.loihi.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * An effective weight as the two groups of synapses have it: {@code fixed + gain.trace}.
 *
 * @param fixed what does not change, of parameters only; zero without terms
 * @param trace the synaptic state that the weight follows, if it follows one
 * @param gain its factor, of parameters only; zero without a trace
 * @param strange terms that neither group can carry
 */
record WeightForm(Polynomial fixed, Optional<Symbol> trace, Polynomial gain, List<Term> strange) {

  static WeightForm of(Polynomial weight) {
    List<Term> fixed = new ArrayList<>();
    List<Term> gain = new ArrayList<>();
    List<Term> strange = new ArrayList<>();
    Optional<Symbol> trace = Optional.empty();
    for (Term term : weight.terms()) {
      List<Symbol> states = term.factors().stream().filter(f -> f.role() == Role.STATE).toList();
      if (states.isEmpty()) {
        fixed.add(term);
      } else if (states.size() == 1
          && states.getFirst().axis() == Axis.SYNAPSE
          && trace.orElse(states.getFirst()).equals(states.getFirst())) {
        trace = Optional.of(states.getFirst());
        gain.add(
            new Term(
                term.coefficient(),
                term.factors().stream().filter(f -> f.role() != Role.STATE).toList()));
      } else {
        strange.add(term);
      }
    }
    return new WeightForm(Polynomial.of(fixed), trace, Polynomial.of(gain), List.copyOf(strange));
  }
}
