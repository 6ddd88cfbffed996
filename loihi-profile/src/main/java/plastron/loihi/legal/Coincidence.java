package plastron.loihi.legal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.SpikeTrace;

/**
 * What the engine adds too much where both neurons of a synapse fire in one step. Each update of a
 * rule reads all traces as they were before that step; in the engine the trace of the other side
 * holds its spike already. With {@code P} on pre and {@code Q} on post, {@code P(x, y) - P(x, y +
 * 1) + Q(x, y) - Q(x + 1, y)} makes up for it.
 *
 * @param traces of the rule
 */
record Coincidence(Collection<SpikeTrace> traces) {

  Polynomial correction(Polynomial onPre, Polynomial onPost) {
    List<Term> terms = new ArrayList<>();
    add(terms, onPre, Axis.POST);
    add(terms, onPost, Axis.PRE);
    return Polynomial.of(terms);
  }

  private void add(List<Term> terms, Polynomial added, Axis other) {
    terms.addAll(added.terms());
    Polynomial held = added;
    for (SpikeTrace trace : traces) {
      if (trace.symbol().axis() == other) {
        held = withSpike(held, trace.symbol());
      }
    }
    held.terms().forEach(t -> terms.add(new Term(-t.coefficient(), t.factors())));
  }

  /** With one more spike in a trace. */
  private static Polynomial withSpike(Polynomial polynomial, Symbol trace) {
    Polynomial more = Polynomial.of(List.of(new Term(1, List.of(trace)), new Term(1, List.of())));
    List<Term> terms = new ArrayList<>();
    for (Term term : polynomial.terms()) {
      List<Symbol> others = term.factors().stream().filter(f -> !f.equals(trace)).toList();
      Polynomial product = Polynomial.of(List.of(new Term(term.coefficient(), others)));
      for (int power = others.size(); power < term.factors().size(); power++) {
        product = product.times(more);
      }
      terms.addAll(product.terms());
    }
    return Polynomial.of(terms);
  }
}
